import { orm } from '../../server/db.ts';

export interface User {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
}
type Row = { _id: string; email: string; name: string | null; passwordHash: string | null };
const toUser = ({ _id, email, name, passwordHash }: Row): User => ({ id: _id, email, name, passwordHash });

export async function findUserByEmail(email: string): Promise<User | null> {
  const row = await orm().users.where({ email }).first();
  return row ? toUser(row) : null;
}

export async function insertUser(user: Omit<User, 'id'> & { emailVerified: Date | null }): Promise<User> {
  return toUser(await orm().users.create({ ...user, image: null, twoFactor: null }));
}

export async function findAccountUserId(provider: string, providerAccountId: string): Promise<string | null> {
  const row = await orm().accounts.where({ provider, providerAccountId }).first();
  return row?.userId ?? null;
}

export async function insertAccount(account: {
  userId: string;
  provider: string;
  providerAccountId: string;
}): Promise<void> {
  await orm().accounts.create({ ...account, type: 'oauth' });
}
