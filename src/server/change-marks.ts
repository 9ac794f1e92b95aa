import { randomUUID } from 'node:crypto';
import { redis } from './redis.ts';

/**
 * When rows changed, so that what was computed from them is known to be out of date. A subject (a campaign, a workspace's
 * orders) has a mark for each of its parts. Redis may lose all of them: then there is a new era, and what was computed in an
 * earlier one counts as out of date.
 *
 * A mark says that rows *have* changed (`markChanged`, once that is committed), or that they *are about to*
 * (`markChanging`): until the first follows, or for as long as a transaction may take, nothing computed is kept for good. So
 * a process that dies between its commit and its mark leaves nothing wrong behind.
 */
const KEEP_MS = 35 * 86_400_000;
/** What was computed longer ago is out of date whatever the marks say: they are kept a little longer than that. */
const TRUSTED_MS = 30 * 86_400_000;
/** The driver tries a transaction again for two minutes. */
const PENDING_MS = 150_000;
const ERA_KEY = 'nexusflow:changed:era';
const key = (subject: string) => `nexusflow:changed:{${subject}}`;

// KEYS: subject. ARGV: keep ms, kind of mark, parts. By the clock of Redis, which all processes share.
const MARK = `local t = redis.call('time')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
for i = 3, #ARGV do redis.call('hset', KEYS[1], ARGV[i], ARGV[2] .. string.format('%.0f', now)) end
redis.call('pexpire', KEYS[1], ARGV[1])`;

async function mark(subject: string, kind: 'changed' | 'changing', parts: readonly string[]): Promise<void> {
  if (parts.length > 0)
    await redis().eval(MARK, 1, key(subject), KEEP_MS, kind === 'changed' ? 'c' : 'p', ...parts);
}

/** Says that rows have changed. */
export const markChanged = (subject: string, parts: readonly string[]): Promise<void> =>
  mark(subject, 'changed', parts);

/** Says that rows are about to change. */
export const markChanging = (subject: string, parts: readonly string[]): Promise<void> =>
  mark(subject, 'changing', parts);

/** When something was computed: the moment before its rows were read, by the clock of Redis, and the era. */
export interface ComputedAt {
  at: number;
  era: string;
}

export interface ChangeMarks {
  /** Now: what is computed from rows read from here on is as new as this. */
  now: ComputedAt;
  /** Whether what was computed then still says what the part's rows say. */
  holds(computed: ComputedAt | null | undefined, subject: string, parts: readonly string[]): boolean;
}

/** The marks of these subjects. */
export async function readMarks(subjects: readonly string[]): Promise<ChangeMarks> {
  await redis().set(ERA_KEY, randomUUID(), 'NX');
  const pipeline = redis().pipeline().time().get(ERA_KEY);
  for (const subject of subjects) pipeline.hgetall(key(subject));
  const [time, era, ...hashes] = ((await pipeline.exec()) ?? []).map(([error, value]) => {
    if (error) throw error;
    return value;
  }) as [[string, string], string, ...Record<string, string>[]];
  const now = { at: Number(time[0]) * 1_000 + Math.floor(Number(time[1]) / 1_000), era };
  const marks = new Map(subjects.map((subject, i) => [subject, hashes[i] ?? {}]));
  return {
    now,
    holds(computed, subject, parts) {
      if (!computed || computed.era !== era || computed.at < now.at - TRUSTED_MS) return false;
      const own = marks.get(subject) ?? {};
      return parts.every((part) => {
        const value = own[part];
        if (value === undefined) return true;
        const at = Number(value.slice(1)) + (value.startsWith('p') ? PENDING_MS : 0);
        return computed.at > at;
      });
    },
  };
}
