import { PassThrough, Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { AppError } from './errors.ts';
import { drain, limited, refuseDeclaredTooLarge, tooLarge } from './http.ts';

/** What a multipart body has besides the file: boundaries, part headers and other fields. */
const ENVELOPE_BYTES = 300_000;
const FIELD_BYTES = 250_000;

export interface Upload {
  fileName: string;
  bytes: AsyncIterable<Buffer>;
  /** The form's other fields by name, wherever they stand in the body: known once `bytes` are read. */
  fields: Promise<Readonly<Record<string, string>>>;
}

/**
 * The file of a request: the multipart field `file`, or the whole body of a text/csv request. Its bytes are read as
 * they arrive and break off with an AppError when something about them is wrong.
 * @throws AppError UNSUPPORTED_MEDIA_TYPE or VALIDATION
 */
export async function readUpload(request: Request, maxBytes: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  refuseDeclaredTooLarge(request, maxBytes + ENVELOPE_BYTES);
  if (/^text\/csv\b/i.test(type))
    return { fileName: 'upload.csv', bytes: limited(request.body, maxBytes), fields: Promise.resolve({}) };
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the file as multipart/form-data in the field “file”, or as the body with Content-Type: text/csv.',
    );
  }
  return readMultipart(request, type, maxBytes);
}

/** @throws AppError VALIDATION when the header names no boundary */
function multipartParser(type: string, maxBytes: number): InstanceType<typeof Busboy> {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 20, fieldSize: FIELD_BYTES, fileSize: maxBytes },
    });
  } catch (error) {
    throw broken(error);
  }
}

const broken = (cause: unknown) =>
  new AppError('VALIDATION', 'The upload broke off or is not valid multipart/form-data.', { cause });

function readMultipart(request: Request, type: string, maxBytes: number): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const parser = multipartParser(type, maxBytes);
    const output = new PassThrough();
    // It may break before anybody reads it, and an error nobody hears ends the process.
    output.on('error', () => undefined);
    const fields: Record<string, string> = {};
    const read = Promise.withResolvers<Readonly<Record<string, string>>>();
    // Whoever reads the bytes is told of a failure there; nobody may ask for the fields.
    read.promise.catch(() => undefined);
    let found = false;
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut)
        fail(
          new AppError(
            'PAYLOAD_TOO_LARGE',
            `The field “${name}” may have at most ${FIELD_BYTES / 1_000} kB.`,
          ),
        );
      fields[name] = value;
    });
    parser.on('file', (field, stream, fileName) => {
      if (field !== 'file' || found) {
        stream.resume();
        return;
      }
      found = true;
      stream.on('error', fail);
      stream.on('limit', () => fail(tooLarge(maxBytes)));
      stream.pipe(output);
      resolve({ fileName: fileName || 'upload.csv', bytes: output, fields: read.promise });
    });
    parser.on('finish', () => {
      read.resolve(fields);
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
      read.reject(failure);
      output.destroy(failure);
      // What is left of the body nobody wants any more.
      body.unpipe(parser);
      body.once('close', () => void drain(request.body));
      body.destroy();
    };
    parser.on('error', fail);
    const body = Readable.from(limited(request.body, maxBytes + ENVELOPE_BYTES));
    body.on('error', fail);
    body.pipe(parser);
  });
}
