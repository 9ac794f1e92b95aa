import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type Application, migrate, startApplication } from '../scripts/lib/application.ts';
import { freePort } from '../scripts/lib/processes.ts';
import { collection, database } from '../src/server/db.ts';
import { type Child, startChild } from './child.ts';

export const DATA = join('.data', 'bench');
const LOGS = join(DATA, 'logs');
/** Away from 3000 and from the tests' ports. */
const FIRST_PORT = 4_700;

/** What the sections measure in: an empty database, the vendor, NexusFlow as separate processes, the other contenders. */
export interface Lab {
  /** Empties database and Redis and starts NexusFlow anew, so that no section inherits another's rows or memory. */
  fresh(options: { workers: number }): Promise<Application>;
  seedDesign(): Promise<Child>;
  bare(): Promise<Child>;
  vendorUrl: string;
  webhookSecret: string;
  stop(): Promise<void>;
}

/** Starts the vendor; fills this process's settings with what NexusFlow's processes get. */
export async function openLab(
  urls: { databaseUrl: string; redisUrl: string },
  { profile }: { profile: boolean },
): Promise<Lab> {
  const port = await freePort(FIRST_PORT);
  const vendorPort = await freePort(port + 20);
  const seedPort = await freePort(vendorPort + 1);
  const barePort = await freePort(seedPort + 1);
  const webhookSecret = `whsec_${randomBytes(32).toString('base64')}`;
  const vendorUrl = `http://127.0.0.1:${vendorPort}`;
  const settings = {
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    PORT: String(port),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    VENDOR_WEBHOOK_SECRET: webhookSecret,
    NEXT_PUBLIC_APP_URL: `http://localhost:${port}`,
    CALLBACK_URL: `http://127.0.0.1:${port}/api/webhooks/delivery-receipts`,
    // The one place that chooses NexusFlow's vendor: its simulator's address, answered by the benchmark's own vendor.
    // So all contenders have the same one, in a process of its own, and the web process is not both sides.
    INTERNAL_URL: vendorUrl,
  };
  Object.assign(process.env, settings);

  const vendor = await startChild(
    'bench/vendor.ts',
    { VENDOR_PORT: String(vendorPort), VENDOR_WEBHOOK_SECRET: webhookSecret },
    join(LOGS, 'vendor.log'),
  );
  let application: Application | undefined;
  const children: Child[] = [vendor];
  const contender = async (name: string, callbackPort: number): Promise<Child> => {
    const child = await startChild(
      `bench/contenders/${name}.ts`,
      { VENDOR_URL: vendorUrl, CALLBACK_PORT: String(callbackPort) },
      join(LOGS, `${name}.log`),
    );
    children.push(child);
    return child;
  };

  return {
    vendorUrl,
    webhookSecret,
    async fresh({ workers }) {
      await application?.stop();
      await database().dropDatabase();
      const redis = new Redis(urls.redisUrl);
      await redis.flushdb();
      redis.disconnect();
      await migrate(urls.databaseUrl);
      application = await startApplication({
        ...urls,
        dataDirectory: DATA,
        workers,
        env: {
          ...settings,
          ...(profile ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${join(DATA, 'profiles')}` } : {}),
        },
      }).catch((error: unknown) => {
        throw new Error(`NexusFlow does not start (logs in ${LOGS}): ${String(error)}`, { cause: error });
      });
      return application;
    },
    async seedDesign() {
      const worker = await contender('seed-worker', seedPort);
      const web = await contender('seed-web', seedPort);
      return { ...web, stop: async () => void (await Promise.all([web.stop(), worker.stop()])) };
    },
    bare: () => contender('bare', barePort),
    async stop() {
      await application?.stop();
      await Promise.all(children.map((child) => child.stop()));
    },
  };
}

/** The bench's own workspace rows: when the last of a campaign's rows changed, and how many are in each status. */
export async function ledgerOf(
  campaignId: unknown,
): Promise<{ lastChange: number; delivered: number; rows: number }> {
  const [row] = await collection('messages')
    .aggregate<{ lastChange: Date; delivered: number; rows: number }>([
      { $match: { campaignId } },
      {
        $group: {
          _id: null,
          lastChange: { $max: '$updatedAt' },
          delivered: { $sum: { $cond: [{ $eq: ['$status', 'DELIVERED'] }, 1, 0] } },
          rows: { $sum: 1 },
        },
      },
    ])
    .toArray();
  return { lastChange: row?.lastChange.getTime() ?? 0, delivered: row?.delivered ?? 0, rows: row?.rows ?? 0 };
}
