import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { lastLines } from '../scripts/lib/processes.ts';

/** What a program of the benchmark tells this process. */
export type FromChild =
  | { kind: 'ready' }
  /** Messages whose receipt is in the ledger, of the campaign under way. */
  | { kind: 'progress'; done: number };

/** What this process asks a contender to deliver. */
export interface Assignment {
  workspaceId: string;
  campaignId: string;
  template: string;
}

export interface Child {
  send(assignment: Assignment): void;
  /** Calls back with every message until the returned function is called. */
  onMessage(listener: (message: FromChild) => void): () => void;
  stop(): Promise<void>;
}

/** Starts a program of the benchmark with its output in a file and waits until it is ready. It ends with this process. */
export async function startChild(file: string, env: Record<string, string>, logFile: string): Promise<Child> {
  mkdirSync(dirname(logFile), { recursive: true });
  const output = openSync(logFile, 'w');
  const child: ChildProcess = fork(file, {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  await Promise.race([ready, exited]);
  if (child.exitCode !== null) throw new Error(`${file} ended at once: ${lastLines(logFile)}`);
  return {
    send: (assignment) => child.send(assignment),
    onMessage(listener) {
      child.on('message', listener);
      return () => child.off('message', listener);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/**
 * Runs a program of the benchmark to its end, its output shown as it comes.
 * @returns the last thing it sent
 * @throws Error when it ends without
 */
export async function resultOf<T>(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<T> {
  const child = fork(file, args, { env: { ...process.env, ...env }, stdio: 'inherit' });
  let result: { value: T } | undefined;
  child.on('message', (value: T) => {
    result = { value };
  });
  const [code] = await once(child, 'exit');
  if (code !== 0 || !result) throw new Error(`${file} ended with ${code} and no result`);
  return result.value;
}
