import type { ClientSession, ObjectId } from 'mongodb';
import { ERASED_REASON, findErased } from '../privacy/erased-addresses.service.ts';
import { FileError } from './csv/columns.ts';
import { MAX_ROWS } from './csv/limits.ts';
import { alignMapping } from './csv/mapping.ts';
import { type CsvRecord, isBlank } from './csv/read-records.ts';
import type { RowReader } from './csv/row-readers.ts';
import type { ImportDocument, RowError } from './imports.repository.ts';
import type { ImportCounts } from './imports.schema.ts';
import type { Mapping } from './mapping.schema.ts';

/** The mapping of an import in the order of this header; undefined when the names decide. */
export const mappingFor = (row: ImportDocument, header: readonly string[]): Mapping | undefined =>
  row.mapping ? alignMapping(header, row.mapping).aligned : undefined;

/** A batch's rows, and those that are none with the reason. */
export interface ReadRows<T> {
  good: T[];
  /** Where each good row stands in the file. */
  goodRows: number[];
  bad: RowError[];
}

/** Reads a batch's records; blank lines are neither good nor bad. */
export function readRows<T>(records: readonly CsvRecord[], read: RowReader<T>): ReadRows<T> {
  const good: T[] = [];
  const goodRows: number[] = [];
  const bad: RowError[] = [];
  for (const record of records) {
    if (isBlank(record)) continue;
    const outcome =
      record.problem === null ? read(record.cells) : ({ ok: false, error: record.problem } as const);
    if (outcome.ok) {
      good.push(outcome.value);
      goodRows.push(record.row);
    } else bad.push({ row: record.row, cells: record.cells, error: outcome.error });
  }
  return { good, goodRows, bad };
}

/**
 * The same rows without those of people who were erased: they are bad ones, and of them the number alone is kept, so that
 * the import does not keep what was erased either.
 */
export async function withoutErased<T>(
  workspaceId: ObjectId,
  rows: ReadRows<T>,
  emailOf: (row: T) => string,
  session?: ClientSession,
): Promise<ReadRows<T>> {
  const erased = await findErased(workspaceId, [...new Set(rows.good.map(emailOf))], session);
  if (erased.size === 0) return rows;
  const isErased = rows.good.map((row) => erased.has(emailOf(row)));
  const refused = rows.goodRows.flatMap((row, i) =>
    isErased[i] ? [{ row, cells: [], error: `The person ${ERASED_REASON}` }] : [],
  );
  return {
    good: rows.good.filter((_, i) => !isErased[i]),
    goodRows: rows.goodRows.filter((_, i) => !isErased[i]),
    bad: [...rows.bad, ...refused].sort((a, b) => a.row - b.row),
  };
}

/** Outcome of a batch, added to the import's counts. */
export type BatchCounts = Omit<ImportCounts, 'rows' | 'failed'>;

export function addCounts(
  counts: ImportCounts,
  result: BatchCounts,
  { good, bad }: { good: readonly unknown[]; bad: readonly unknown[] },
): ImportCounts {
  return {
    rows: counts.rows + good.length + bad.length,
    inserted: counts.inserted + result.inserted,
    updated: counts.updated + result.updated,
    unchanged: counts.unchanged + result.unchanged,
    failed: counts.failed + bad.length,
    customersCreated: counts.customersCreated + result.customersCreated,
  };
}

/** @throws FileError beyond the number of rows one file may have */
export function requireRoom(counts: ImportCounts): void {
  if (counts.rows >= MAX_ROWS)
    throw new FileError(
      `The file has more than ${MAX_ROWS.toLocaleString('en-GB')} rows, the most one import reads. Split it into several files: rows that are in already count as unchanged.`,
    );
}
