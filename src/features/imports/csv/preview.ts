import { unmarked } from '../../../lib/csv-writer.ts';
import { ownColumns } from './bad-rows.ts';
import { FileError, requireReadableHeader } from './columns.ts';
import { isBlank, readHeaderLine, readRecords } from './read-records.ts';

/** How much of a file's beginning is read to show and guess its columns, in bytes. */
export const PREVIEW_BYTES = 200_000;
const PREVIEW_ROWS = 200;

export interface FilePreview {
  /** The columns' names, trimmed, as a run reads them; without those that our file of bad rows adds. */
  header: string[];
  /** First rows that could be read. */
  rows: string[][];
}

/**
 * A file's columns and first rows from its beginning.
 * @param text without byte-order mark
 * @param whole whether that is all of the file: else its last line may be cut and is left out
 * @throws FileError for a file without a line of names, or too many columns
 */
export async function readPreview(text: string, whole: boolean): Promise<FilePreview> {
  const lines = text.replace(/\r\n?/g, '\n');
  const complete = whole ? lines : lines.slice(0, lines.lastIndexOf('\n') + 1) || lines;
  const { headerText, delimiter } = await readHeaderLine(once(complete));
  const records = (await Array.fromAsync(readRecords(once(headerText), delimiter)))
    .flat()
    .map(({ cells, ...rest }) => ({ ...rest, cells: cells.map(unmarked) }));
  const [first, ...others] = records.filter((record) => !isBlank(record));
  if (!first) throw new FileError('The file holds no line with column names.');
  const own = ownColumns(first.cells);
  const header = own(first.cells).map((name) => name.trim());
  requireReadableHeader(header);
  return {
    header,
    rows: others
      .filter((record) => record.problem === null)
      .slice(0, PREVIEW_ROWS)
      .map(({ cells }) => own(cells).slice(0, header.length)),
  };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
