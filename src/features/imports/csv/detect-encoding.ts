export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Works out a text's encoding while its bytes pass by: a byte-order mark decides; without one it is UTF-8 unless some
 * byte is impossible there, and then Windows-1252 (a superset of Latin-1), which every byte sequence is valid in. The
 * browser asks it too, about a file's first bytes.
 */
export function encodingDetector(): { push(bytes: Uint8Array): void; result(): Encoding } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let marked: Encoding | null = null;
  const head: number[] = [];
  let validUtf8 = true;
  const decode = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      validUtf8 = false;
    }
  };
  return {
    push(bytes) {
      if (head.length < 3) {
        head.push(...bytes.subarray(0, 3 - head.length));
        if (head[0] === 0xff && head[1] === 0xfe) marked = 'utf-16le';
        if (head[0] === 0xfe && head[1] === 0xff) marked = 'utf-16be';
      }
      if (!marked && validUtf8) decode(bytes);
    },
    result() {
      if (marked) return marked;
      if (validUtf8) decode();
      return validUtf8 ? 'utf-8' : 'windows-1252';
    },
  };
}
