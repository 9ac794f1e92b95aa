import Papa from 'papaparse';
import { MAX_ROW_CHARS } from './limits.ts';

/** One record of a CSV file. `row` counts as a spreadsheet does: the first record, the header, is row 1. */
export interface CsvRecord {
  row: number;
  cells: string[];
  /** Why the record cannot be read; its cells are then what could be made of it. */
  problem: string | null;
}

const QUOTE_NOT_CLOSED =
  'a quoted value is not closed: add the closing quote, or double each quote inside the value';
const tooLong = (max: number) =>
  `the row is longer than ${max.toLocaleString('en-GB')} characters, the most there is room for`;
const QUOTE_INSIDE = 'a quote stands inside a quoted value: double it ("")';

/**
 * Splits text that arrives in pieces into records, in lists of whatever one piece completed. A value in quotes may hold
 * separators and newlines. Memory is bounded: a quote not closed within `maxRecordChars`, or a line longer than that, is
 * that record's problem, and reading goes on with the next line. `text` must have \n as its only line ending.
 */
export async function* readRecords(
  text: AsyncIterable<string>,
  delimiter: string,
  maxRecordChars = MAX_ROW_CHARS,
): AsyncGenerator<CsvRecord[]> {
  const parser = () => new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  let rest = '';
  let row = 0;
  /** Inside a line that was given up: what comes of it is dropped. */
  let skipping = false;

  /** Takes the complete records off the front of `rest`. */
  const takeComplete = (): CsvRecord[] => {
    const { data, errors, meta } = parser().parse(rest, 0, true) as Papa.ParseResult<string[]>;
    const mayBeLong = rest.length > maxRecordChars;
    rest = rest.slice(meta.cursor);
    const wrong = new Set(errors.map((e) => e.row));
    return data.map((cells, i) => {
      if (mayBeLong && lengthOf(cells) > maxRecordChars)
        return { row: ++row, cells: shortened(cells), problem: tooLong(maxRecordChars) };
      return { row: ++row, cells, problem: wrong.has(i) ? QUOTE_INSIDE : null };
    });
  };
  /** Gives the first line of `rest` up as unreadable. */
  const takeBrokenLine = (): CsvRecord => {
    const end = rest.indexOf('\n');
    const line = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : rest.slice(end + 1);
    skipping = end < 0;
    const problem = line.length > maxRecordChars ? tooLong(maxRecordChars) : QUOTE_NOT_CLOSED;
    return { row: ++row, cells: shortened(line.slice(0, KEPT_CHARS).split(delimiter)), problem };
  };

  for await (const piece of text) {
    if (skipping) {
      const end = piece.indexOf('\n');
      if (end < 0) continue;
      skipping = false;
      rest = piece.slice(end + 1);
    } else rest += piece;
    const records = takeComplete();
    while (rest.length > maxRecordChars) records.push(takeBrokenLine(), ...takeComplete());
    if (records.length > 0) yield records;
  }
  if (rest !== '' && !rest.endsWith('\n')) rest += '\n';
  const records = takeComplete();
  while (rest !== '') records.push(takeBrokenLine(), ...takeComplete());
  if (records.length > 0) yield records;
}

/** What is kept of a record that is too long, to show it by. */
const KEPT_CHARS = 10_000;

const lengthOf = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.length, 0);

function shortened(cells: readonly string[]): string[] {
  let left = KEPT_CHARS;
  return cells.flatMap((cell) => {
    if (left <= 0) return [];
    const kept = cell.slice(0, left);
    left -= kept.length + 1;
    return [kept];
  });
}

export const isBlank = (record: CsvRecord): boolean =>
  record.problem === null && record.cells.every((cell) => cell.trim() === '');

const delimiters = [',', ';', '\t'];

/** The separator that splits the header line into the most columns. */
export function detectDelimiter(headerLine: string): string {
  const columns = (delimiter: string) =>
    Papa.parse<string[]>(headerLine, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return delimiters.reduce((best, d) => (columns(d) > columns(best) ? d : best));
}

const MAX_HEADER_CHARS = 100_000;

/** Text up to and including the first line that is not blank, and the separator it uses. A file may be one endless line. */
export async function readHeaderLine(
  text: AsyncIterator<string>,
): Promise<{ headerText: string; delimiter: string }> {
  let headerText = '';
  while (headerText.length < MAX_HEADER_CHARS && !headerText.trimStart().includes('\n')) {
    const next = await text.next();
    if (next.done) break;
    headerText += next.value;
  }
  const [line = ''] = headerText.trimStart().slice(0, MAX_HEADER_CHARS).split('\n', 1);
  return { headerText, delimiter: detectDelimiter(line) };
}
