import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';

/** The path of a program on PATH, or null. */
export function findOnPath(name: string): string | null {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(directory, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this directory.
    }
  }
  return null;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** `wanted` when nobody listens there, else the next port that is free. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 500; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port between ${wanted} and ${wanted + 500}`);
}

export interface Started {
  child: ChildProcess;
  /** SIGTERM, then SIGKILL when it does not end in time. */
  stop(): Promise<void>;
}

/**
 * Programs that run. Who started them stops them, in order; what is left when this process ends, in the middle of a
 * start for example, ends with it.
 */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/**
 * Starts a program of ours with its output in a file. It does not get the terminal's Ctrl-C: who started it stops it, in
 * the right order.
 */
export function start(
  command: string,
  args: readonly string[],
  options: { logFile: string; env?: Record<string, string>; graceMs?: number },
): Started {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const output = openSync(options.logFile, 'w');
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  running.add(child);
  const exited = new Promise<void>((resolve) => {
    const ended = () => {
      running.delete(child);
      resolve();
    };
    child.once('exit', ended);
    child.once('error', ended);
  });
  return {
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), options.graceMs ?? 15_000);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** Resolves when `check` says yes. @throws Error with the log's last lines when the process ends or time is up first */
export async function waitUntil(
  check: () => Promise<boolean>,
  started: Started,
  logFile: string,
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (
      started.child.exitCode !== null ||
      started.child.signalCode !== null ||
      started.child.pid === undefined
    ) {
      throw new Error(`it ended at once: ${lastLines(logFile)}`);
    }
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await started.stop();
  throw new Error(`no answer within ${timeoutMs / 1_000} s: ${lastLines(logFile)}`);
}

export const lastLines = (file: string, n = 3): string => {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-n).join(' | ').slice(-600) || '(no output)';
  } catch {
    return '(no output)';
  }
};

/** Runs a program to its end. @throws Error with the end of its output unless it exits 0 */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string; onOutput?: (text: string) => void } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env },
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let tail = '';
    const collect = (data: Buffer) => {
      tail = (tail + data.toString()).slice(-4_000);
      options.onOutput?.(data.toString());
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command} ended with ${code}: ${tail.trim().split('\n').slice(-6).join('\n')}`)),
    );
  });
}
