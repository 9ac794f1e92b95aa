import { gunzipSync, gzipSync } from 'node:zlib';
import type { ObjectId } from 'mongodb';

/**
 * Who got something, packed, so that people can be told apart over many campaigns without asking for their rows again. Ids
 * in order have much in common: a hundred thousand take some hundred kilobytes.
 */
const BYTES = 12;
const WORDS = BYTES / 4;
/** A document holds at most 16 MB. */
const MOST_BYTES = 12_000_000;

/** @param ids in ascending order. @returns null when they are too many to be kept */
export function packIds(ids: readonly ObjectId[]): Buffer | null {
  const bytes = Buffer.allocUnsafe(ids.length * BYTES);
  ids.forEach((id, i) => {
    bytes.set(id.id, i * BYTES);
  });
  const packed = gzipSync(bytes, { level: 1 });
  return packed.length > MOST_BYTES ? null : packed;
}

/** How many different ids there are in all of these. */
export function countDistinct(packed: readonly Uint8Array[]): number {
  const sets = packed.map((bytes) => gunzipSync(bytes));
  const all = sets.reduce((sum, set) => sum + set.length / BYTES, 0);
  if (sets.length <= 1) return all;
  // Open addressing at half load: a Set of strings takes ten times the memory and the time.
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, all * 2))) - 1;
  const slots = new Uint32Array((mask + 1) * WORDS);
  const taken = new Uint8Array(mask + 1);
  let count = 0;
  for (const set of sets)
    for (let at = 0; at < set.length; at += BYTES) {
      const [a, b, c] = [set.readUInt32LE(at), set.readUInt32LE(at + 4), set.readUInt32LE(at + 8)];
      let slot = mix(a, b, c) & mask;
      while (taken[slot] && !isAt(slots, slot, a, b, c)) slot = (slot + 1) & mask;
      if (taken[slot]) continue;
      taken[slot] = 1;
      slots.set([a, b, c], slot * WORDS);
      count += 1;
    }
  return count;
}

const isAt = (slots: Uint32Array, slot: number, a: number, b: number, c: number): boolean =>
  slots[slot * WORDS] === a && slots[slot * WORDS + 1] === b && slots[slot * WORDS + 2] === c;

/** The finaliser of MurmurHash3 over the three words. */
function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ Math.imul(c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
