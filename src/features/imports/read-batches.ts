import type { ObjectId } from 'mongodb';
import { unmarked } from '../../lib/csv-writer.ts';
import { type OwnColumns, ownColumns } from './csv/bad-rows.ts';
import { FileError } from './csv/columns.ts';
import type { Encoding } from './csv/detect-encoding.ts';
import { decodeText } from './csv/encoding.ts';
import { type CsvRecord, isBlank, readHeaderLine, readRecords } from './csv/read-records.ts';
import { openFile } from './import-files.repository.ts';

/** Rows and characters of one batch, whichever comes first: what bounds the memory of files with long rows. */
const BATCH_ROWS = 1_000;
const BATCH_CHARS = 4_000_000;

export interface Batch {
  records: CsvRecord[];
  /** Bytes of the file that had been read when it was full. */
  bytesRead: number;
}

export interface OpenedFile {
  header: string[];
  /** The header's row; records begin behind it. */
  headerRow: number;
  batches: AsyncGenerator<Batch>;
}

/**
 * Reads a stored file up to its header, and from there in batches as they are asked for.
 * @param after records up to this row are passed over
 * @throws FileError when it holds no header, or is not there
 */
export async function openBatches(
  file: { fileId: ObjectId; encoding: Encoding },
  after: number,
): Promise<OpenedFile> {
  let bytesRead = 0;
  async function* bytes() {
    try {
      for await (const chunk of openFile(file.fileId)) {
        bytesRead += (chunk as Buffer).length;
        yield chunk as Buffer;
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new FileError('The uploaded file is not there any more. Upload it again.');
      throw error;
    }
  }
  const text = decodeText(bytes(), file.encoding)[Symbol.asyncIterator]();
  const { headerText, delimiter } = await readHeaderLine(text);
  async function* all() {
    try {
      yield headerText;
      for (let next = await text.next(); !next.done; next = await text.next()) yield next.value;
    } finally {
      // Left half-way, by a cancelled import, the download ends too.
      await text.return(undefined);
    }
  }
  const lists = readRecords(all(), delimiter);
  for (let list = await lists.next(); !list.done; list = await lists.next()) {
    const records = list.value;
    for (const record of records) unmark(record);
    const at = records.findIndex((record) => !isBlank(record));
    const first = records[at];
    if (!first) continue;
    const own = ownColumns(first.cells);
    return {
      header: own(first.cells).map((name) => name.trim()),
      headerRow: first.row,
      batches: inBatches(records.slice(at + 1), lists, own, after, () => bytesRead),
    };
  }
  throw new FileError('The file holds no line with column names.');
}

/** In place: there are millions of them. */
function unmark(record: CsvRecord): void {
  record.cells = record.cells.map(unmarked);
}

async function* inBatches(
  begun: readonly CsvRecord[],
  lists: AsyncGenerator<CsvRecord[]>,
  own: OwnColumns,
  after: number,
  bytesRead: () => number,
): AsyncGenerator<Batch> {
  let records: CsvRecord[] = [];
  let chars = 0;
  async function* rest() {
    yield begun;
    for await (const list of lists) {
      for (const record of list) unmark(record);
      yield list;
    }
  }
  for await (const list of rest()) {
    for (const record of list) {
      if (record.row <= after) continue;
      record.cells = own(record.cells);
      records.push(record);
      for (const cell of record.cells) chars += cell.length;
      if (records.length < BATCH_ROWS && chars < BATCH_CHARS) continue;
      yield { records, bytesRead: bytesRead() };
      records = [];
      chars = 0;
    }
  }
  if (records.length > 0) yield { records, bytesRead: bytesRead() };
}
