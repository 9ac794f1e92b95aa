import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, freePort, run, type Started, start, waitUntil } from './processes.ts';
import { liveLine, say, seconds } from './terminal.ts';

/** Settings both processes get. */
export interface ApplicationSettings {
  databaseUrl: string;
  redisUrl: string;
  dataDirectory: string;
  env?: Record<string, string>;
  /** Worker processes; one unless given. */
  workers?: number;
}

export interface Application {
  url: string;
  web: Started;
  workers: Started[];
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Brings the database to the contract with Prisma's own commands. */
export async function migrate(databaseUrl: string): Promise<void> {
  await run('npm', ['run', '--silent', 'db:migrate'], { env: { DATABASE_URL: databaseUrl } });
}

const SOURCES = [
  'src',
  // Not what is generated from it: migrating writes that anew each time.
  'prisma/contract.prisma',
  'public',
  'next.config.js',
  'postcss.config.js',
  'tsconfig.json',
  'package-lock.json',
];

/** Whether the build in `directory` is newer than every source. */
export function isBuilt(directory = '.next'): boolean {
  const stamp = join(directory, 'BUILD_ID');
  return existsSync(stamp) && SOURCES.every((source) => newest(source) <= statSync(stamp).mtimeMs);
}

/** Builds the pages into `directory` unless the last build there is newer than every source. */
export async function build(directory = '.next'): Promise<void> {
  if (isBuilt(directory)) return;
  const line = liveLine();
  const began = Date.now();
  const timer = setInterval(
    () => line.update(`  Building the pages … ${seconds(Date.now() - began)}`),
    1_000,
  );
  try {
    await run('npm', ['run', '--silent', 'build'], {
      env: { NODE_ENV: 'production', NEXT_DIST_DIR: directory },
    });
  } finally {
    clearInterval(timer);
  }
  line.end(`  Pages built in ${seconds(Date.now() - began)}`);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A secret for this clone, made once: sessions outlive a restart. */
function secretOf(dataDirectory: string): string {
  const file = join(dataDirectory, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}

/** Starts web and workers in production mode and waits until all are ready. */
export async function startApplication(settings: ApplicationSettings): Promise<Application> {
  const wanted = Number(process.env.PORT) || 3_000;
  const port = await freePort(wanted);
  if (port !== wanted) say(`  Port ${wanted} is in use; the app is on ${port}`);
  const workerPorts: number[] = [];
  for (let i = 0; i < (settings.workers ?? 1); i += 1)
    workerPorts.push(await freePort((workerPorts.at(-1) ?? port) + 1));
  const url = `http://localhost:${port}`;
  const env = {
    DATABASE_URL: settings.databaseUrl,
    REDIS_URL: settings.redisUrl,
    PORT: String(port),
    WORKER_PORT: String(workerPorts[0]),
    NEXT_PUBLIC_APP_URL: process.env.NEXT_PUBLIC_APP_URL || url,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secretOf(settings.dataDirectory),
    NODE_ENV: 'production',
    ...settings.env,
  };
  const node = findOnPath('node') ?? process.execPath;
  const launch = (entry: string, name: string, own: Record<string, string> = {}) => {
    const logFile = join(settings.dataDirectory, 'logs', `${name}.log`);
    return { logFile, started: start(node, [entry], { logFile, env: { ...env, ...own }, graceMs: 30_000 }) };
  };
  const web = launch('web/main.ts', 'web');
  const workers = workerPorts.map((workerPort, i) => ({
    workerPort,
    ...launch('worker/main.ts', i === 0 ? 'worker' : `worker-${i + 1}`, { WORKER_PORT: String(workerPort) }),
  }));
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.started.stop()));
    await web.started.stop();
  };
  const answers = (address: string) => async () => (await fetch(address)).ok;
  try {
    await Promise.all([
      waitUntil(answers(`http://127.0.0.1:${port}/api/ready`), web.started, web.logFile, 60_000),
      ...workers.map(({ workerPort, started, logFile }) =>
        waitUntil(answers(`http://127.0.0.1:${workerPort}/health`), started, logFile, 60_000),
      ),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, web: web.started, workers: workers.map((worker) => worker.started), env, stop };
}
