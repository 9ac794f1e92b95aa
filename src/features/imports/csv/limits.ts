/**
 * How large a file may be, in one place: the upload page shows these, the reader keeps to them. The size in bytes is a
 * setting of the installation (UPLOAD_MAX_MB) and is refused with 413 while the bytes arrive; whatever is found inside the
 * file later ends the import, or the row, with a reason that names the limit.
 */
export const MAX_COLUMNS = 200;
/** Of one record, quotes included. What bounds the memory of a run. */
export const MAX_ROW_CHARS = 262_144;
/** Of one cell: what a spreadsheet holds at most, so no file that was opened in one has more. */
export const MAX_CELL_CHARS = 32_767;
/** Rows of one file. */
export const MAX_ROWS = 5_000_000;
/** A column's name. Longer ones are texts of a file without a line of names. */
export const MAX_COLUMN_NAME_CHARS = 500;
/** Bad rows that are kept of a check: enough to see what is wrong with the file. */
export const MAX_CHECK_ERRORS = 1_000;
