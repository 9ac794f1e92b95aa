import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Which program a process is, by its command line; the first that fits. */
const PATTERNS: Record<string, RegExp> = {
  database: /secantusd|mongod/,
  redis: /redis-server|valkey-server/,
  vendor: /bench\/vendor/,
  bare: /contenders\/bare/,
  seedDesign: /contenders\/seed/,
  worker: /worker\/main/,
  web: /web\/|next-server/,
};

export const PROGRAMS = Object.keys(PATTERNS);

/** Processor time in microseconds, by program. */
export type CpuTimes = Record<string, number>;

/** A tick of `/proc/<pid>/stat`: Linux tells processor time in hundredths of a second, whatever the kernel's own clock is. */
const TICK_US = 10_000;

/** What the programs have used so far: those this process started, with their children. Linux only; empty elsewhere. */
export function cpuTimes(): CpuTimes {
  if (!existsSync('/proc/self/stat')) return {};
  const processes = readdirSync('/proc', { encoding: 'utf8' }).flatMap(processOf);
  const ours = new Set([process.pid]);
  for (let before = 0; before < ours.size; ) {
    before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  const times: CpuTimes = {};
  for (const { pid, ticks } of processes) {
    const program = ours.has(pid) && pid !== process.pid ? programOf(pid) : undefined;
    if (program) times[program] = (times[program] ?? 0) + ticks * TICK_US;
  }
  return times;
}

/** What was used between two looks. */
export const cpuSpent = (from: CpuTimes, to: CpuTimes): CpuTimes =>
  Object.fromEntries(
    PROGRAMS.flatMap((name) => {
      const spent = (to[name] ?? 0) - (from[name] ?? 0);
      return spent > 0 ? [[name, spent]] : [];
    }),
  );

function programOf(pid: number): string | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return PROGRAMS.find((name) => PATTERNS[name]?.test(command));
  } catch {
    return undefined;
  }
}

function processOf(name: string): { pid: number; parent: number; ticks: number }[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    // The name may hold anything, the fields after its bracket not: state, parent, … user and system time.
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}
