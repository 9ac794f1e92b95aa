import type { ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';

/** How many of these people have one of these addresses, verified. */
export const countVerified = (ids: readonly ObjectId[], emails: readonly string[]): Promise<number> =>
  collection<{ _id: ObjectId; email: string; emailVerified: Date | null }>('users').countDocuments({
    _id: { $in: [...ids] },
    email: { $in: [...emails] },
    emailVerified: { $ne: null },
  });
