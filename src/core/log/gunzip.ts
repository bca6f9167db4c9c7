import { Gunzip as GunzipStream } from 'fflate';
import type { Gunzip } from './gzipSource';

/** Packed bytes unpacked at once: they may become a thousand times as many. */
const SLICE = 16_384;

/** Unpacks without help of the host: browsers' own streams take one member only. Check sums are not looked at. */
export const gunzip: Gunzip = async function* (blocks) {
  const parts: Uint8Array[] = [];
  const stream = new GunzipStream(part => parts.push(part));
  const isWhole = (packed: Uint8Array, last: boolean): boolean => {
    try {
      stream.push(packed, last);
      return true;
    } catch {
      return false;
    }
  };
  for await (const packed of slicesOf(blocks)) {
    const whole = isWhole(packed, packed.length === 0);
    yield* parts.splice(0);
    if (!whole) return { code: 'truncated', line: 0, details: {} };
  }
  return null;
};

/** Blocks in small pieces; an empty one is the last. */
async function* slicesOf(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    for (let from = 0; from < block.length; from += SLICE) yield block.slice(from, from + SLICE);
  }
  yield new Uint8Array();
}
