import { Gunzip as GunzipStream } from 'fflate';
import { type Gunzip, tooLarge, type Unpacked } from './gzipSource';

/** Packed bytes unpacked at once: they may become a thousand times as many. */
const SLICE = 16_384;

/** Unpacks without help of the host: browsers' own streams take one member only. Check sums are not looked at. */
export const gunzip: Gunzip = async (blocks, largest) => {
  const unpacking = new Unpacking(largest);
  for await (const block of blocks) {
    for (let from = 0; from < block.length; from += SLICE) {
      if (!unpacking.push(block.slice(from, from + SLICE), false)) return unpacking.result();
    }
  }
  unpacking.push(new Uint8Array(), true);
  return unpacking.result();
};

/** What was unpacked so far. */
class Unpacking {
  readonly #largest: number;
  readonly #parts: Uint8Array[] = [];
  readonly #stream = new GunzipStream(part => {
    this.#parts.push(part.subarray(0, Math.max(0, this.#largest - this.#length)));
    this.#length += part.length;
  });
  #length = 0;
  #isBroken = false;

  constructor(largest: number) {
    this.#largest = largest;
  }

  /** Says whether to go on. */
  push(packed: Uint8Array, last: boolean): boolean {
    try {
      this.#stream.push(packed, last);
    } catch {
      this.#isBroken = true;
    }
    return !this.#isBroken && this.#length <= this.#largest;
  }

  result(): Unpacked {
    const bytes = new Uint8Array(Math.min(this.#length, this.#largest));
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    if (this.#length > this.#largest) return { bytes, problem: tooLarge(this.#largest) };
    const problem = { code: 'truncated', line: 0, details: {} } as const;
    return { bytes, problem: this.#isBroken ? problem : null };
  }
}
