import { ObjectId } from 'mongodb';
import { collection, orm } from '../../server/db.ts';

/** The second factor as it lies in the row: the secret encrypted, the recovery codes as hashes. */
export interface TwoFactor {
  secret: string;
  /** null while the first code has not been seen: it does not count yet. */
  confirmedAt: Date | null;
  /** The last step of 30 s whose code was taken. */
  lastStep: number;
  recovery: string[];
}

export interface User {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
  emailVerified: Date | null;
  twoFactor: TwoFactor | null;
}
interface UserRow {
  _id: ObjectId;
  email: string;
  name: string | null;
  passwordHash: string | null;
  emailVerified: Date | null;
  twoFactor: TwoFactor | null;
}
const users = () => collection<UserRow>('users');
const toUser = (row: UserRow): User => ({
  id: row._id.toHexString(),
  email: row.email,
  name: row.name ?? null,
  passwordHash: row.passwordHash ?? null,
  emailVerified: row.emailVerified ?? null,
  twoFactor: row.twoFactor ?? null,
});

export async function findUserByEmail(email: string): Promise<User | null> {
  const row = await users().findOne({ email });
  return row && toUser(row);
}

export async function findUser(id: string): Promise<User | null> {
  const row = await users().findOne({ _id: new ObjectId(id) });
  return row && toUser(row);
}

export async function insertUser(
  user: Pick<User, 'name' | 'email' | 'passwordHash' | 'emailVerified'>,
): Promise<{ id: string }> {
  const row = await orm().users.create({ ...user, image: null, twoFactor: null });
  return { id: row._id };
}

export async function updateUser(
  id: string,
  set: Partial<Pick<User, 'name' | 'email' | 'passwordHash' | 'emailVerified' | 'twoFactor'>>,
): Promise<void> {
  await users().updateOne({ _id: new ObjectId(id) }, { $set: set });
}

/** Notes an address as verified if it is still the user's. */
export async function markVerified(id: string, email: string, now: Date): Promise<boolean> {
  const { matchedCount } = await users().updateOne(
    { _id: new ObjectId(id), email },
    { $set: { emailVerified: now } },
  );
  return matchedCount === 1;
}

/** Counts the second factor from now on, if the secret is still the one a code was seen of. */
export async function confirmTwoFactor(
  id: string,
  secret: string,
  set: { confirmedAt: Date; lastStep: number; recovery: string[] },
): Promise<boolean> {
  const { modifiedCount } = await users().updateOne(
    { _id: new ObjectId(id), 'twoFactor.secret': secret, 'twoFactor.confirmedAt': null },
    {
      $set: {
        'twoFactor.confirmedAt': set.confirmedAt,
        'twoFactor.lastStep': set.lastStep,
        'twoFactor.recovery': set.recovery,
      },
    },
  );
  return modifiedCount === 1;
}

/** Takes a step's code, once: of two at the same time one gets true. */
export async function takeStep(id: string, step: number): Promise<boolean> {
  const { modifiedCount } = await users().updateOne(
    { _id: new ObjectId(id), 'twoFactor.lastStep': { $lt: step } },
    { $set: { 'twoFactor.lastStep': step } },
  );
  return modifiedCount === 1;
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode(id: string, hash: string): Promise<boolean> {
  const { modifiedCount } = await users().updateOne(
    { _id: new ObjectId(id), 'twoFactor.recovery': hash },
    { $pull: { 'twoFactor.recovery': hash } },
  );
  return modifiedCount === 1;
}

export async function setRecoveryCodes(id: string, hashes: string[]): Promise<void> {
  await users().updateOne({ _id: new ObjectId(id) }, { $set: { 'twoFactor.recovery': hashes } });
}

export async function findAccountUserId(provider: string, providerAccountId: string): Promise<string | null> {
  const row = await orm().accounts.where({ provider, providerAccountId }).first();
  return row?.userId ?? null;
}

/** When the user's accounts with a provider were linked. */
export async function findLinks(userId: string, provider: string): Promise<Date[]> {
  const rows = await orm().accounts.where({ userId, provider }).all();
  return rows.map((row) => row.createdAt);
}

export async function insertAccount(account: {
  userId: string;
  provider: string;
  providerAccountId: string;
}): Promise<void> {
  await orm().accounts.create({ ...account, type: 'oauth' });
}

/** How many links there were. */
export async function deleteAccounts(userId: string, provider: string): Promise<number> {
  const { deletedCount } = await collection('accounts').deleteMany({
    userId: new ObjectId(userId),
    provider,
  });
  return deletedCount;
}
