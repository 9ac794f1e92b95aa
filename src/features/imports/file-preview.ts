import type { ObjectId } from 'mongodb';
import { AppError } from '../../server/errors.ts';
import { FileError } from './csv/columns.ts';
import type { Encoding } from './csv/detect-encoding.ts';
import { decodeText } from './csv/encoding.ts';
import { alignMapping, columnLabel, mappingProblems } from './csv/mapping.ts';
import { type FilePreview, PREVIEW_BYTES, readPreview } from './csv/preview.ts';
import { openFile } from './import-files.repository.ts';
import type { ImportKind } from './imports.schema.ts';
import type { Mapping } from './mapping.schema.ts';

/** A stored file's columns and first rows. @throws FileError when it has no usable header */
export async function previewFile(
  fileId: ObjectId,
  encoding: Encoding,
  sizeBytes: number,
): Promise<FilePreview> {
  const whole = sizeBytes <= PREVIEW_BYTES;
  const bytes = openFile(fileId, whole ? undefined : PREVIEW_BYTES);
  const text = (await Array.fromAsync(decodeText(bytes, encoding))).join('');
  return readPreview(text, whole);
}

/**
 * A mapping made to fit a stored file.
 * @returns the file's columns and one entry per column
 * @throws AppError VALIDATION that names each column that is wrong, by `mapping.<entry>`
 */
export async function fitMapping(
  file: { kind: ImportKind; fileId: ObjectId; encoding: Encoding; sizeBytes: number },
  mapping: Mapping,
): Promise<{ header: string[]; aligned: Mapping }> {
  const { header } = await previewFile(file.fileId, file.encoding, file.sizeBytes).catch((error: unknown) => {
    if (error instanceof FileError) throw new AppError('VALIDATION', error.message, { cause: error });
    throw error;
  });
  const { aligned, strangers, from } = alignMapping(header, mapping);
  const errors = [
    ...strangers.map((index) => ({
      path: `mapping.${index}.column`,
      message: `The file has no column “${mapping[index]?.column}”. Found: ${header.map(columnLabel).join(', ').slice(0, 500)}`,
    })),
    ...mappingProblems(file.kind, aligned).map(({ index, message }) => ({
      path: index === null ? 'mapping' : `mapping.${from[index] ?? index}`,
      message: index === null ? message : `${columnLabel(header[index] ?? '', index)}: ${message}`,
    })),
  ];
  const [first] = errors;
  if (first) throw new AppError('VALIDATION', `The mapping does not fit. ${first.message}`, { errors });
  return { header, aligned };
}
