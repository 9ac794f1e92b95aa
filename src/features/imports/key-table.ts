/**
 * Remembers for millions of keys one number each in 12 bytes a place: keys by their 53-bit hash in typed arrays, which cost
 * the garbage collector nothing. Two keys with one hash are taken for the same; among five million that is less likely than
 * one in 500.
 */
export class KeyTable {
  #hashes = new Float64Array(1 << 12).fill(-1);
  #values = new Uint32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(hash: number): number | undefined {
    const place = this.#find(hash);
    return this.#hashes[place] === hash ? this.#values[place] : undefined;
  }

  /** @param value 32 bits, unsigned */
  set(hash: number, value: number): void {
    const place = this.#find(hash);
    if (this.#hashes[place] !== hash) {
      this.#hashes[place] = hash;
      this.#size += 1;
    }
    this.#values[place] = value;
    if (this.#size * 3 > this.#hashes.length * 2) this.#grow();
  }

  /** Where the hash is, or the free place where it belongs. */
  #find(hash: number): number {
    const mask = this.#hashes.length - 1;
    let place = (hash % this.#hashes.length) & mask;
    while (this.#hashes[place] !== -1 && this.#hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const values = this.#values;
    this.#hashes = new Float64Array(hashes.length * 2).fill(-1);
    this.#values = new Uint32Array(hashes.length * 2);
    for (const [i, hash] of hashes.entries()) {
      if (hash === -1) continue;
      const place = this.#find(hash);
      this.#hashes[place] = hash;
      this.#values[place] = values[i] ?? 0;
    }
  }
}

/** A text's hash as a whole number of 53 bits: cyrb53 (bryc, public domain), two 32-bit multiplicative hashes mixed. */
export function hash53(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}
