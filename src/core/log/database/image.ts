import { writesAhead } from '../database';

const HEADER = 32;
const FRAME = 24;
const MAGIC = 0x377f0682;

/** Running check sum over pairs of 32-bit words (sqlite.org, "WAL Checksum Algorithm"). */
class CheckSum {
  a = 0;
  b = 0;
  readonly #littleEndian: boolean;

  constructor(littleEndian: boolean) {
    this.#littleEndian = littleEndian;
  }

  add(view: DataView, from: number, length: number): void {
    for (let at = from; at < from + length; at += 8) {
      this.a = (this.a + view.getUint32(at, this.#littleEndian) + this.b) >>> 0;
      this.b = (this.b + view.getUint32(at + 4, this.#littleEndian) + this.a) >>> 0;
    }
  }

  equals(view: DataView, at: number): boolean {
    return this.a === view.getUint32(at) && this.b === view.getUint32(at + 4);
  }
}

/** The pages that the transactions of a write-ahead log have committed, and how long they leave the file. */
interface Committed {
  /** Where the newest copy of each page begins in the log, by page number from 1. */
  readonly pages: ReadonlyMap<number, number>;
  readonly pageSize: number;
  readonly pageCount: number;
}

/** The header of a log: how its frames are cut, and the salts and check sum that they go on from. */
interface LogStart {
  readonly view: DataView;
  readonly pageSize: number;
  readonly salt: readonly [number, number];
  readonly sum: CheckSum;
}

/** `null`: it is no such log, or was never begun. */
function startOf(log: Uint8Array): LogStart | null {
  if (log.length < HEADER) return null;
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  const magic = view.getUint32(0);
  const pageSize = view.getUint32(8);
  if ((magic & ~1) >>> 0 !== MAGIC || !(pageSize >= 512 && pageSize <= 65_536)) return null;
  const sum = new CheckSum((magic & 1) === 0);
  sum.add(view, 0, 24);
  if (!sum.equals(view, 24)) return null;
  return { view, pageSize, sum, salt: [view.getUint32(16), view.getUint32(20)] };
}

/** Whether the frame at an offset belongs to the log; what follows one that does not is left over from before. */
function checks({ view, pageSize, salt, sum }: LogStart, at: number): boolean {
  if (view.getUint32(at + 8) !== salt[0] || view.getUint32(at + 12) !== salt[1]) return false;
  sum.add(view, at, 8);
  sum.add(view, at + FRAME, pageSize);
  return sum.equals(view, at + 16);
}

/** `null`: the log holds no whole transaction. */
function committedIn(log: Uint8Array): Committed | null {
  const start = startOf(log);
  if (start === null) return null;
  const { view, pageSize } = start;
  const pages = new Map<number, number>();
  const waiting = new Map<number, number>();
  let pageCount = 0;
  for (let at = HEADER; at + FRAME + pageSize <= log.length; at += FRAME + pageSize) {
    if (!checks(start, at)) break;
    waiting.set(view.getUint32(at), at + FRAME);
    const size = view.getUint32(at + 4);
    if (size === 0) continue;
    pageCount = size;
    for (const [page, from] of waiting) pages.set(page, from);
    waiting.clear();
  }
  return pageCount === 0 ? null : { pages, pageSize, pageCount };
}

/**
 * The bytes of a database with the transactions of its write-ahead log in place, marked as one without such a log;
 * `file` itself is not changed, and may be what is given back. `null`: the log leaves the file longer than `largest` bytes.
 */
export function imageOf(file: Uint8Array, log: Uint8Array, largest: number): Uint8Array | null {
  const committed = committedIn(log);
  const length = committed === null ? file.length : committed.pageCount * committed.pageSize;
  if (length > largest) return null;
  if (committed === null && !writesAhead(file)) return file;
  const image = new Uint8Array(length);
  image.set(file.subarray(0, length));
  for (const [page, from] of committed?.pages ?? []) {
    const at = (page - 1) * committed!.pageSize;
    if (at + committed!.pageSize <= length) {
      image.set(log.subarray(from, from + committed!.pageSize), at);
    }
  }
  // An engine that finds this byte pair would look for the log again.
  if (length > 19) image.fill(1, 18, 20);
  return image;
}
