import mongo from '@prisma/orm-mongo/runtime';
import { type ClientSession, type Collection, type Db, type Document, MongoClient, ObjectId } from 'mongodb';
import type { Contract } from '../../prisma/contract.d.ts';
import contractJson from '../../prisma/contract.json' with { type: 'json' };
import { getEnv } from '../env.ts';
import { AppError } from './errors.ts';
import { singleton } from './singleton.ts';

/** The one MongoDB client of the process; it connects on first use. */
export const mongoClient = (): MongoClient =>
  singleton(
    'mongo',
    () =>
      new MongoClient(getEnv().databaseUrl, {
        maxPoolSize: 30,
        serverSelectionTimeoutMS: 10_000,
        ignoreUndefined: true,
      }),
  );

/** The database named in DATABASE_URL (`nexusflow` when it names none). */
export const database = (): Db => mongoClient().db(databaseName());

function databaseName(): string {
  const path = new URL(
    getEnv()
      .databaseUrl.replace(/^mongodb(\+srv)?:/, 'http:')
      .replace(/,[^/]*/, ''),
  ).pathname.slice(1);
  return path || 'nexusflow';
}

/** Prisma's client over the same connection, for ordinary reads and writes: `orm().campaigns.where({ … }).first()`. */
export const orm = () =>
  singleton('orm', () =>
    mongo<Contract>({ contractJson, mongoClient: mongoClient(), dbName: databaseName() }),
  ).orm;

/** The driver's collection, for bulk writes, sessions and pipelines. */
export const collection = <T extends Document>(name: string): Collection<T> => database().collection<T>(name);

/** Runs `work` in a transaction, again from the start where the server asks for it. */
export const withTransaction = <T>(work: (session: ClientSession) => Promise<T>): Promise<T> =>
  mongoClient().withSession((session) => session.withTransaction(() => work(session)));

/** A 24-hex id as ObjectId. @throws AppError NOT_FOUND when it is not one: no such thing can exist. */
export function toObjectId(id: string): ObjectId {
  if (!/^[0-9a-f]{24}$/i.test(id)) throw new AppError('NOT_FOUND', 'There is nothing with this id.');
  return new ObjectId(id);
}

export async function closeDatabase(): Promise<void> {
  await mongoClient().close();
}
