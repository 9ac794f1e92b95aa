import Papa from 'papaparse';

/**
 * A line of the file of bad rows. Texts a spreadsheet would run as a formula get a leading apostrophe; plain numbers,
 * negative ones too, stay as they are so that the mended file can be imported again.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${Papa.unparse([cells.map(neutralised)], { newline: '\r\n' })}\r\n`;

const neutralised = (cell: string | number): string => {
  const text = String(cell);
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+$/.test(text) ? `'${text}` : text;
};

/** What a file of bad rows has after the upload's own columns: the row's number there, and what was wrong. */
export const ERROR_COLUMNS = ['row', 'error'] as const;
