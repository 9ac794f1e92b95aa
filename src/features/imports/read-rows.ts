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

/** A batch's rows, and those that are none with the reason; blank lines are neither. */
export function readRows<T>(
  records: readonly CsvRecord[],
  read: RowReader<T>,
): { good: T[]; bad: RowError[] } {
  const good: T[] = [];
  const bad: RowError[] = [];
  for (const record of records) {
    if (isBlank(record)) continue;
    const outcome =
      record.problem === null ? read(record.cells) : ({ ok: false, error: record.problem } as const);
    if (outcome.ok) good.push(outcome.value);
    else bad.push({ row: record.row, cells: record.cells, error: outcome.error });
  }
  return { good, bad };
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
