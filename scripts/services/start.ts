import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dim, say } from '../lib/terminal.ts';
import { configured as configuredMongo } from './mongodb/configured.ts';
import { memoryServer } from './mongodb/memory-server.ts';
import { mongodOnPath } from './mongodb/mongod.ts';
import { secantusBuilt, secantusWheel } from './mongodb/secantus.ts';
import type { ProviderContext, RunningService, ServiceProvider } from './provider.ts';
import { configured as configuredRedis } from './redis/configured.ts';
import { redisOnPath, valkeyWheel } from './redis/server.ts';

/** In the order they are tried. */
const mongoProviders = [configuredMongo, mongodOnPath, memoryServer, secantusBuilt, secantusWheel];
const redisProviders = [configuredRedis, redisOnPath, valkeyWheel];

export interface Services {
  databaseUrl: string;
  redisUrl: string;
  /** Stops what this start started (or took over from one that was killed), and nothing else. */
  stop(): Promise<void>;
}

interface Running {
  owner: number;
  services: Record<'MongoDB' | 'Redis', { url: string; pid: number | null }>;
}

/**
 * MongoDB and Redis for this clone, each by the first way that works. When another command of this clone runs them
 * already, they are shared; when that command was killed, they are taken over.
 * @throws Error that names every way tried and why it did not work
 */
export async function startServices(
  options: { dataDirectory?: string; databaseName?: string } = {},
): Promise<Services> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const context: ProviderContext = {
    dataDirectory: options.dataDirectory ?? '.data',
    databaseName: options.databaseName ?? 'nexusflow',
    report: (text) => say(`  ${text}`),
  };
  mkdirSync(context.dataDirectory, { recursive: true });
  const stateFile = join(context.dataDirectory, 'services.json');
  const running = readState(stateFile);
  if (running && isAlive(running.owner) && running.owner !== process.pid) {
    say(`  MongoDB and Redis: shared with the NexusFlow that runs already (process ${running.owner})`);
    const { MongoDB, Redis } = running.services;
    return { databaseUrl: MongoDB.url, redisUrl: Redis.url, stop: async () => undefined };
  }
  const mongo =
    (await takeOver(running?.services.MongoDB, 'MongoDB')) ??
    (await firstThatWorks('MongoDB', mongoProviders, context));
  let redis: RunningService;
  try {
    redis =
      (await takeOver(running?.services.Redis, 'Redis')) ??
      (await firstThatWorks('Redis', redisProviders, context));
  } catch (error) {
    await mongo.stop();
    throw error;
  }
  const state: Running = {
    owner: process.pid,
    services: { MongoDB: { url: mongo.url, pid: mongo.pid }, Redis: { url: redis.url, pid: redis.pid } },
  };
  writeFileSync(stateFile, JSON.stringify(state));
  return {
    databaseUrl: mongo.url,
    redisUrl: redis.url,
    async stop() {
      await Promise.all([redis.stop(), mongo.stop()]);
      rmSync(stateFile, { force: true });
    },
  };
}

/**
 * Tries one provider after another. The one that made the data of an earlier start comes right after what the user
 * configured, so that a second start finds the first one's data.
 */
async function firstThatWorks(
  what: string,
  providers: readonly ServiceProvider[],
  context: ProviderContext,
): Promise<RunningService> {
  const memory = join(context.dataDirectory, `${what.toLowerCase()}-provider`);
  const earlier = existsSync(memory) ? readFileSync(memory, 'utf8') : null;
  const [configured, ...embedded] = providers;
  const order = [
    ...(configured ? [configured] : []),
    ...embedded.toSorted((a, b) => Number(b.name === earlier) - Number(a.name === earlier)),
  ];
  const failures: string[] = [];
  for (const provider of order) {
    try {
      const service = await provider.start(context);
      say(`  ${what}: ${provider.name}`);
      if (service.note) say(`  ${service.note}`);
      if (provider !== configured) writeFileSync(memory, provider.name);
      return service;
    } catch (error) {
      const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
      failures.push(`  ${provider.name}: ${reason}`);
      if (reason !== 'not set' && reason !== 'not found')
        say(dim(`  ${what}: ${provider.name} does not work here (${reason.slice(0, 200)})`));
    }
  }
  throw new Error(
    `There is no ${what} to be had. Tried:\n${failures.join('\n')}\nSet ${what === 'Redis' ? 'REDIS_URL' : 'DATABASE_URL'} to one you run, or mend one of the above.`,
  );
}

/** The process that runs the services whose data lie in `dataDirectory`, or null when none does. */
export function runningOwner(dataDirectory: string): number | null {
  const owner = readState(join(dataDirectory, 'services.json'))?.owner;
  return owner !== undefined && isAlive(owner) ? owner : null;
}

/** Servers whose owner was killed still run: they are ours again. */
async function takeOver(
  service: { url: string; pid: number | null } | undefined,
  what: string,
): Promise<RunningService | null> {
  if (!service?.pid || !isAlive(service.pid)) return null;
  const { pid, url } = service;
  say(`  ${what}: still running from an earlier start (process ${pid})`);
  return {
    url,
    pid,
    async stop() {
      if (isAlive(pid)) process.kill(pid, 'SIGTERM');
      for (let i = 0; i < 150 && isAlive(pid); i += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}

function readState(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
