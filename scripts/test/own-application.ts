import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { envSchema } from '../../src/env.ts';
import { type Application, isBuilt, migrate, startApplication } from '../lib/application.ts';
import { dim, say } from '../lib/terminal.ts';
import { runningOwner, type Services, startServices } from '../services/start.ts';
import { startMailSink } from './mail-sink.ts';

/** Where the tests' database, logs, letters and reports lie. */
export const DATA = join('.data', 'test');
/** Letters of the application, for the browser's tests. */
const MAIL = join(DATA, 'mail');
/** For the time a demo runs from an older build: its pages must not change under its feet. */
const OWN_BUILD = join(DATA, 'next');
/** Away from 3000 and its neighbours, where the developer's own may start at any moment. */
export const FIRST_PORT = 4_300;
const SECRET = 'nexusflow-test-secret-of-no-value';

/**
 * Nothing of the developer's settings or .env reaches the tests: an empty value means "not set" and .env does not fill
 * it.
 * @returns the servers that TEST_DATABASE_URL and TEST_REDIS_URL name, to be used instead of the tests' own
 */
export function leaveSettingsBehind(): { database?: string; redis?: string } {
  if (process.env.DATABASE_URL || process.env.MONGODB_URI || process.env.REDIS_URL) {
    say(
      dim(
        'DATABASE_URL and REDIS_URL are left alone: tests use their own, or TEST_DATABASE_URL and TEST_REDIS_URL.',
      ),
    );
  }
  const urls = { database: process.env.TEST_DATABASE_URL, redis: process.env.TEST_REDIS_URL };
  Object.assign(process.env, Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, ''])));
  return urls;
}

/** The folder that the pages are built into, and read from, for the tests. */
export const buildDirectory = (): string =>
  !isBuilt() && runningOwner('.data') !== null ? OWN_BUILD : '.next';

/** Takes away a build that was made for one run alone. */
export const removeOwnBuild = (): void => rmSync(OWN_BUILD, { recursive: true, force: true });

/** MongoDB and Redis of the tests' own, empty; or the ones that are named, as they are. */
export async function startTestServices(urls: { database?: string; redis?: string }): Promise<Services> {
  const other = runningOwner(DATA);
  if (other !== null) {
    throw new Error(`Another test run of this clone is at work (process ${other}). Wait for it, or stop it.`);
  }
  Object.assign(process.env, { DATABASE_URL: urls.database ?? '', REDIS_URL: urls.redis ?? '' });
  const started = await startServices({ dataDirectory: DATA, databaseName: 'nexusflow_test' });
  try {
    if (!urls.database) await dropDatabase(started.databaseUrl);
    if (!urls.redis) await emptyRedis(started.redisUrl);
    await migrate(started.databaseUrl);
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}

async function dropDatabase(url: string): Promise<void> {
  const client = await MongoClient.connect(url);
  await client.db().dropDatabase();
  await client.close();
}

async function emptyRedis(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  redis.disconnect();
}

/** What processes of the tests are told: where their servers are, and which build they serve. */
export const settingsOf = (services: Services, distDir: string): Record<string, string> => ({
  DATABASE_URL: services.databaseUrl,
  REDIS_URL: services.redisUrl,
  NEXTAUTH_SECRET: SECRET,
  NEXT_DIST_DIR: distDir,
});

export interface TestApplication extends Application {
  /** What a browser's tests are told (e2e/README.md has the names). */
  playwright: Record<string, string>;
}

/** Web, worker and a mail server that keeps the letters, as the browser's tests expect them. */
export async function startTestApplication(services: Services, distDir: string): Promise<TestApplication> {
  Object.assign(process.env, { PORT: String(FIRST_PORT) });
  const mail = await startMailSink(MAIL);
  try {
    const application = await startApplication({
      ...services,
      dataDirectory: DATA,
      // Each test comes from an address of its own, as a proxy would say it (e2e/fixtures/test.ts).
      env: { ...settingsOf(services, distDir), SMTP_URL: mail.url, TRUSTED_PROXIES: '1' },
    });
    return {
      ...application,
      playwright: {
        ...application.env,
        NODE_ENV: 'test',
        E2E_BASE_URL: application.url,
        E2E_MAIL_DIR: resolve(MAIL),
      },
      async stop() {
        await application.stop();
        await mail.stop();
      },
    };
  } catch (error) {
    await mail.stop();
    throw error;
  }
}
