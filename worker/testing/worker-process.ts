import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface WorkerProcess {
  pid: number;
  /** As a crash does: no time to clean up. */
  kill(): Promise<void>;
  /** As a deployment does: finishes what runs. */
  stop(): Promise<void>;
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

/** Test support: a real worker process; resolves once its health answers. */
export async function startWorker(env: Record<string, string> = {}): Promise<WorkerProcess> {
  const port = await freePort();
  return startProcess(
    'worker/main.ts',
    { ...env, WORKER_PORT: String(port) },
    `http://127.0.0.1:${port}/health`,
  );
}

/** Starts one of our entry points with this Node and waits until `healthUrl` answers 200. */
export async function startProcess(
  entry: string,
  env: Record<string, string>,
  healthUrl: string,
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  await healthy(child, healthUrl);
  return { pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function healthy(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The process ended with ${child.exitCode} before it was ready`);
    const ok = await fetch(url).then(
      (r) => r.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`${url} did not answer within a minute`);
}
