import { textStream } from './http.ts';

/** A CSV file as the answer to a request: made as it is read, and given up when the reader goes. */
export const csvDownload = (fileName: string, pieces: AsyncGenerator<string>): Response =>
  download('text/csv; charset=utf-8', fileName, pieces);

/** The same of JSON text. */
export const jsonDownload = (fileName: string, pieces: AsyncGenerator<string>): Response =>
  download('application/json; charset=utf-8', fileName, pieces);

const download = (type: string, fileName: string, pieces: AsyncGenerator<string>): Response =>
  new Response(textStream(pieces), {
    headers: {
      'content-type': type,
      'content-disposition': attachment(fileName),
      // What is in it are people, and it is never twice the same.
      'cache-control': 'no-store',
    },
  });

/** What no file system or header takes in a name: control characters, line separators, reserved signs. */
const NOT_IN_NAMES = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;

/**
 * The Content-Disposition of a file to be saved under any name: as RFC 6266 and 8187 (which follows 5987) spell it, and
 * in plain ASCII for those who do not know them.
 */
export function attachment(fileName: string): string {
  const name = fileName.replace(NOT_IN_NAMES, '_').replace(/^[.\s]+/, '');
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|[%"\\]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
