import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MongoClient } from 'mongodb';
import { findOnPath, freePort, run, start, waitUntil } from '../../lib/processes.ts';
import { liveLine, seconds } from '../../lib/terminal.ts';
import { cacheDirectory, pipInstall } from '../cache.ts';
import type { ProviderContext, RunningService, ServiceProvider } from '../provider.ts';

const VERSION = '0.5.3-beta.193';
const home = join(cacheDirectory, `secantus-${VERSION}`);
const program = join(home, 'bin', 'secantusd-rs');

/** MongoDB's protocol over WiredTiger, built once per user from crates. */
export const secantusBuilt: ServiceProvider = {
  name: 'secantusd-rs',
  async start(context) {
    if (!existsSync(program)) await build(context);
    return startSecantus(program, context);
  },
};

/** The same server as a ready wheel: works everywhere Python does, but its aggregations use no indexes. */
export const secantusWheel: ServiceProvider = {
  name: 'SecantusDB from PyPI',
  async start(context) {
    context.report('Installing SecantusDB from PyPI …');
    const environment = await pipInstall('SecantusDB');
    const running = await startSecantus(join(environment, 'bin', 'secantusd-py'), context);
    return {
      ...running,
      note: 'This database is slow (aggregations use no indexes). Install MongoDB 8, or Rust and a C compiler, for a faster one.',
    };
  },
};

async function startSecantus(
  command: string,
  { dataDirectory, databaseName }: ProviderContext,
): Promise<RunningService> {
  const directory = join(dataDirectory, 'secantus');
  const logFile = join(dataDirectory, 'logs', 'secantus.log');
  mkdirSync(directory, { recursive: true });
  const port = await freePort(27_117);
  const started = start(
    command,
    // Without --sync-on-commit a kill loses acknowledged writes.
    [
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--storage-path',
      directory,
      '--sync-on-commit',
      '--log-level',
      'WARNING',
      '--cache-size',
      '512M',
    ],
    { logFile },
  );
  await waitUntil(() => answers(port), started, logFile, 60_000);
  return {
    url: `mongodb://127.0.0.1:${port}/${databaseName}?replicaSet=secantus&directConnection=true`,
    pid: started.child.pid ?? null,
    stop: started.stop,
  };
}

async function answers(port: number): Promise<boolean> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    return (await client.db('admin').command({ ping: 1 })).ok === 1;
  } finally {
    await client.close();
  }
}

/** Builds into a folder beside the final one, so that a build that broke off is never taken for a whole one. */
async function build(context: ProviderContext): Promise<void> {
  const cargo = findOnPath('cargo');
  if (!cargo) throw new Error('not built yet, and there is no cargo (Rust) to build it with');
  const tools = await buildTools();
  context.report('Building the embedded database once for this user: 4 to 5 minutes on two cores …');
  const partial = `${home}.partial-${process.pid}`;
  const began = Date.now();
  const line = liveLine();
  let compiled = 0;
  try {
    await run(
      cargo,
      ['install', 'secantus-mdb', '--version', VERSION, '--ignore-rust-version', '--root', partial],
      {
        env: { PATH: `${tools}${process.env.PATH ?? ''}`, CARGO_TERM_COLOR: 'never' },
        onOutput(text) {
          compiled += text.match(/^\s*Compiling /gm)?.length ?? 0;
          line.update(`  ${compiled} crates compiled, ${seconds(Date.now() - began)}`);
        },
      },
    );
    mkdirSync(dirname(home), { recursive: true });
    if (existsSync(program)) return;
    renameSync(partial, home);
    line.end(`  built in ${seconds(Date.now() - began)}`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** cmake and ninja: what is on PATH, else from PyPI. Returns a PATH prefix. */
async function buildTools(): Promise<string> {
  const lacking = ['cmake', 'ninja'].filter((tool) => !findOnPath(tool));
  if (lacking.length === 0) return '';
  return `${join(await pipInstall(...lacking), 'bin')}:`;
}
