import iconv from 'iconv-lite';
import type { Encoding } from './detect-encoding.ts';

/** Bytes as text without byte-order mark, every line ending as \n. */
export async function* decodeText(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let heldBack = '';
  for await (const chunk of bytes) {
    let text = heldBack + decoder.write(chunk);
    // A chunk may end between \r and \n.
    heldBack = text.endsWith('\r') ? '\r' : '';
    if (heldBack) text = text.slice(0, -1);
    if (text) yield text.replace(/\r\n?/g, '\n');
  }
  const rest = heldBack + (decoder.end() ?? '');
  if (rest) yield rest.replace(/\r\n?/g, '\n');
}
