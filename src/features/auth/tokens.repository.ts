import { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

interface TokenRow {
  _id: ObjectId;
  identifier: string;
  /** SHA-256. */
  token: string;
  expires: Date;
}
const tokens = () => collection<TokenRow>('verificationTokens');

/** Identifiers that begin with a text, by the index. */
const beginning = (prefix: string) => ({ $gte: prefix, $lt: `${prefix}\uffff` });

export async function insertToken(row: Omit<TokenRow, '_id'>): Promise<void> {
  await tokens().insertOne({ _id: new ObjectId(), ...row });
}

/** The identifier of a token that has not run out. */
export async function findToken(prefix: string, token: string, now: Date): Promise<string | null> {
  const row = await tokens().findOne({ identifier: beginning(prefix), token, expires: { $gt: now } });
  return row?.identifier ?? null;
}

/** The same, and takes it away: of two at the same time one gets it. */
export async function takeToken(prefix: string, token: string, now: Date): Promise<string | null> {
  const row = await tokens().findOneAndDelete({
    identifier: beginning(prefix),
    token,
    expires: { $gt: now },
  });
  return row?.identifier ?? null;
}

export async function deleteTokens(prefix: string): Promise<void> {
  await tokens().deleteMany({ identifier: beginning(prefix) });
}
