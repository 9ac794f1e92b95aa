import { type CsvCell, csvFile } from '../../lib/csv-writer.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { ERROR_COLUMNS } from './csv/bad-rows.ts';
import * as repository from './imports.repository.ts';
import { findOwn } from './imports.service.ts';

/** The first bad rows, for the page. */
export async function listImportErrors(
  caller: Caller,
  id: string,
  limit: number,
): Promise<repository.RowError[]> {
  requirePermission(caller, 'imports:read');
  const row = await findOwn(caller, id);
  const errors = await repository.firstRowErrors(row.workspaceId, row._id, limit);
  return errors.map((e) => ({ row: e.row, cells: e.cells, error: e.error }));
}

/** The bad rows as CSV text, piece by piece: the file's own columns, then `row` and `error`. */
export async function importErrorsCsv(
  caller: Caller,
  id: string,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> }> {
  requirePermission(caller, 'imports:read');
  const row = await findOwn(caller, id);
  async function* rows(): AsyncGenerator<CsvCell[]> {
    for await (const { cells, row: number, error } of repository.readRowErrors(row.workspaceId, row._id)) {
      const padded = row.header.map((_, i) => cells[i] ?? '');
      const extra = cells.slice(row.header.length);
      if (extra.length > 0) padded[padded.length - 1] = [padded.at(-1), ...extra].join(',');
      yield [...padded, number, error];
    }
  }
  return {
    fileName: `${row.fileName.replace(/\.csv$/i, '')}-errors.csv`,
    pieces: csvFile([...row.header, ...ERROR_COLUMNS], rows()),
  };
}
