/** What a file of bad rows has after the upload's own columns: the row's number there, and what was wrong. */
export const ERROR_COLUMNS = ['row', 'error'] as const;

/** Takes records of an upload back to what its own columns hold. */
export type OwnColumns = (cells: readonly string[]) => string[];

/**
 * How to read a file by its header: a file of bad rows comes back mended, with the two columns we added at its end still
 * there, and loses them here; any other stays as it is.
 */
export function ownColumns(header: readonly string[]): OwnColumns {
  const width = header.length;
  const names = header.slice(-ERROR_COLUMNS.length).map((name) => name.trim());
  if (names.join() !== ERROR_COLUMNS.join()) return (cells) => [...cells];
  const own = width - ERROR_COLUMNS.length;
  return (cells) => {
    const full = cells.slice(0, cells.findLastIndex((cell, i) => i < width || cell.trim() !== '') + 1);
    // In a row that is too wide, by a separator outside quotes, the two are still the last.
    return full.slice(0, full.length > width ? full.length - ERROR_COLUMNS.length : own);
  };
}
