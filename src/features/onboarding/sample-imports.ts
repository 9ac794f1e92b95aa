import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { Caller } from '../../server/permissions.ts';
import type { Import, ImportKind } from '../imports/imports.schema.ts';
import { findNewestOf, startImport } from '../imports/imports.service.ts';
import { sampleFiles } from './onboarding.schema.ts';

const DAY_MS = 86_400_000;

/** Whether its rows are here or on their way: neither failed, nor stopped, nor taken back. */
const stands = ({ status, undo }: Import): boolean =>
  status !== 'FAILED' &&
  status !== 'CANCELLED' &&
  (!undo || undo.status === 'FAILED' || undo.status === 'EXPIRED');

export const isMoving = ({ status }: Import): boolean => status === 'QUEUED' || status === 'RUNNING';

/** The newest import of this file of the sample shop, however it came here. */
export const findSampleImport = (caller: Caller, kind: ImportKind): Promise<Import | null> =>
  findNewestOf(caller, kind, sampleFiles[kind]);

/**
 * The import of one of the sample shop's files: the one that is here already, else a new one, by the same way as an
 * upload. One that failed or was stopped is given back too if it began after `since`, else it is begun anew. Who may call
 * it at the same moment sees to that themselves.
 * @param shiftDays by how many days its dates are moved towards the present
 * @throws AppError FORBIDDEN; UNAVAILABLE when this server lacks the file
 */
export async function ensureSampleImport(
  caller: Caller,
  kind: ImportKind,
  { since, shiftDays = 0 }: { since: Date; shiftDays?: number },
): Promise<Import> {
  const found = await findSampleImport(caller, kind);
  if (found && (stands(found) || found.createdAt >= since)) return found;
  const text = await readSample(kind);
  const bytes = oneChunk(shiftDays === 0 ? text : shiftDates(text, shiftDays));
  await startImport(caller, { kind, fileName: sampleFiles[kind], bytes });
  const begun = await findSampleImport(caller, kind);
  if (!begun) throw new Error('The import that was just begun is not there');
  return begun;
}

async function* oneChunk(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

async function readSample(kind: ImportKind): Promise<string> {
  const path = join(process.cwd(), 'public', 'samples', sampleFiles[kind]);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError(
      'UNAVAILABLE',
      `This server lacks the sample file public/samples/${sampleFiles[kind]}. Whoever runs it can put it back; until then, import a file of your own.`,
      { cause },
    );
  }
}

/** A date at the end of a line. */
const DATE = /\d{4}-\d\d-\d\dT[\d:.]+Z$/gm;

/** Moves the dates that end the lines of a file by whole days. */
export const shiftDates = (text: string, days: number): string =>
  text.replace(DATE, (date) =>
    new Date(new Date(date).getTime() + days * DAY_MS).toISOString().replace('.000Z', 'Z'),
  );

/** By how many whole days the sample shop's orders are to be moved so that the last is of the day before `now`. */
export async function daysToYesterday(now: Date): Promise<number> {
  const dates = (await readSample('ORDERS')).match(DATE) ?? [];
  const newest = dates.toSorted().at(-1);
  const day = (date: Date) => Math.floor(date.getTime() / DAY_MS);
  return newest ? day(now) - 1 - day(new Date(newest)) : 0;
}
