import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { dim, green, liveLine, red, say, seconds } from '../lib/terminal.ts';
import type { Counts } from './counts.ts';

export interface Command {
  name: string;
  command: string;
  args: readonly string[];
  env: Record<string, string>;
  /** Where the command writes its JSON report, and how to read it. Without one it counts as a failure or as nothing. */
  report?: { file: string; count(report: unknown, ok: boolean): Counts };
}

/** What takes longer hangs: the slowest stage needs a few minutes on two cores. */
const LIMIT_MS = 40 * 60_000;

let current: ChildProcess | null = null;

/**
 * Runs one command of the test run, saying how it went and how long it took; what it wrote is shown in full only when
 * it failed.
 */
export async function runStage(stage: Command): Promise<Counts> {
  const began = Date.now();
  const line = liveLine();
  if (stage.report) {
    mkdirSync(dirname(stage.report.file), { recursive: true });
    rmSync(stage.report.file, { force: true });
  }
  const timer = process.stdout.isTTY
    ? setInterval(() => line.update(`… ${stage.name} ${seconds(Date.now() - began)}`), 1_000)
    : undefined;
  const { ok, output } = await execute(stage).finally(() => clearInterval(timer));
  const counts = stage.report
    ? stage.report.count(readReport(stage.report.file), ok)
    : { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  const good = counts.failed === 0;
  const tests = stage.report ? `${counts.passed} passed, ${counts.failed} failed` : good ? 'good' : 'failed';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  if (!good) say(`\n${output.trimEnd() || '(no output)'}\n`);
  line.end(
    `${good ? green('✓') : red('✗')} ${stage.name.padEnd(18)} ${seconds(Date.now() - began).padStart(8)}  ${tests}${skipped}`,
  );
  return counts;
}

/** Says that a stage was left out, and why. */
export const skipStage = (name: string, why: string): void =>
  say(dim(`- ${name.padEnd(18)} ${''.padStart(8)}  left out: ${why}`));

/** Ends the command that runs, with everything it started. */
export const stopStage = (): void => {
  if (current) signalGroup(current, 'SIGTERM');
};

function execute({ command, args, env }: Command): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    // A process group of its own: what a test started and forgot is ended with it.
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    current = child;
    const parts: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => parts.push(data));
    child.stderr.on('data', (data: Buffer) => parts.push(data));
    const limit = setTimeout(() => {
      parts.push(Buffer.from(`\nNot over after ${LIMIT_MS / 60_000} minutes: ended.\n`));
      signalGroup(child, 'SIGKILL');
    }, LIMIT_MS);
    const end = (ok: boolean) => {
      clearTimeout(limit);
      current = null;
      signalGroup(child, 'SIGKILL');
      resolve({ ok, output: Buffer.concat(parts).toString() });
    };
    child.once('error', (error) => {
      parts.push(Buffer.from(error.message));
      end(false);
    });
    child.once('exit', (code) => setTimeout(() => end(code === 0), OUTPUT_DRAIN_MS));
  });
}

/** After the exit, what is still in the pipes arrives; waiting for their end would wait for forgotten processes too. */
const OUTPUT_DRAIN_MS = 100;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of it has ended.
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
