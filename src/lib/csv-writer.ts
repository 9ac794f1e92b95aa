import Papa from 'papaparse';

/** null is an empty cell. */
export type CsvCell = string | number | boolean | null;

/**
 * Texts a spreadsheet would run as a formula (OWASP ASVS 5.0, 1.2.10); plain numbers, negative ones too, are none. Texts
 * that look as if they were marked already count too, so that `unmarked` gives every text back as it was.
 */
const FORMULA = /^(?![+-]?[\d.,]+$)'*[=+\-@\t\r\n]/;
const MARKED = /^'+[=+\-@\t\r\n]/;

/** A line of a CSV file. Texts a spreadsheet would run get a leading apostrophe. */
export const csvLine = (cells: readonly CsvCell[]): string =>
  `${Papa.unparse([cells], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;

/**
 * A cell as it was before its formula was marked, by us or by whatever else wrote the file: an apostrophe before
 * = + - @ is how spreadsheets too say that what follows is text.
 */
export const unmarked = (cell: string): string => (MARKED.test(cell) ? cell.slice(1) : cell);

/** Without it Excel takes a file for one in the old code page of the computer it runs on. */
const BYTE_ORDER_MARK = '\ufeff';

/** Lines are handed on some 64 kB at a time, since each piece is a chunk of the answer. */
const PIECE_CHARS = 65_536;

/** A CSV file piece by piece: never more than one piece of it is in memory, and giving it up half-way ends `rows` too. */
export async function* csvFile(
  header: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]>,
): AsyncGenerator<string> {
  let piece = BYTE_ORDER_MARK + csvLine(header);
  for await (const row of rows) {
    piece += csvLine(row);
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
