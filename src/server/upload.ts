import { PassThrough, Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { AppError } from './errors.ts';
import { limited, refuseDeclaredTooLarge } from './http.ts';

/** What a multipart body has besides the file: boundaries and part headers. */
const ENVELOPE_BYTES = 10_000;

export interface Upload {
  fileName: string;
  bytes: AsyncIterable<Buffer>;
}

/**
 * The file of a request: the multipart field `file`, or the whole body of a text/csv request. Its bytes are read as
 * they arrive and break off with an AppError when something about them is wrong.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE or VALIDATION
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  refuseDeclaredTooLarge(request, maxBytes + ENVELOPE_BYTES);
  if (/^text\/csv\b/i.test(type)) return { fileName: 'upload.csv', bytes: limited(request.body, maxBytes) };
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the file as multipart/form-data in the field “file”, or as the body with Content-Type: text/csv.',
    );
  }
  return readMultipart(request, type, maxBytes);
}

/** @throws AppError VALIDATION when the header names no boundary */
function multipartParser(type: string): InstanceType<typeof Busboy> {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { files: 1, fields: 20 } });
  } catch (error) {
    throw broken(error);
  }
}

const broken = (cause: unknown) =>
  new AppError('VALIDATION', 'The upload broke off or is not valid multipart/form-data.', { cause });

function readMultipart(request: Request, type: string, maxBytes: number): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const parser = multipartParser(type);
    const output = new PassThrough();
    let found = false;
    parser.on('file', (field, stream, fileName) => {
      if (field !== 'file' || found) {
        stream.resume();
        return;
      }
      found = true;
      stream.on('error', fail);
      stream.pipe(output);
      resolve({ fileName: fileName || 'upload.csv', bytes: output });
    });
    parser.on('finish', () => {
      if (!found)
        reject(
          new AppError('VALIDATION', 'There is no file.', {
            errors: [{ path: 'file', message: 'is missing' }],
          }),
        );
    });
    const fail = (error: unknown) => {
      const failure = error instanceof AppError ? error : broken(error);
      reject(failure);
      output.destroy(failure);
    };
    parser.on('error', fail);
    const body = Readable.from(limited(request.body, maxBytes + ENVELOPE_BYTES));
    body.on('error', fail);
    body.pipe(parser);
  });
}
