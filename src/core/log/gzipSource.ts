import type { LogProblem } from './format';
import type { LogSource, LogStat } from './tail';

/** Unpacked bytes beyond which the rest is left out: a small file may unpack to any size. */
const LARGEST = 268_435_456;
const BLOCK = 1_048_576;
const PACKED = /\.gz$/i;

/** Unpacked bytes, and why they are not all. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly problem: LogProblem | null;
}

/** Unpacks one or several gzip members that come in blocks; at most `largest` bytes. What a cut file holds is kept. */
export type Gunzip = (blocks: AsyncIterable<Uint8Array>, largest: number) => Promise<Unpacked>;

/** Whether a file's name says that it is packed. */
export function isPackedName(path: string): boolean {
  return PACKED.test(path);
}

/** What is packed in a gzip file of one or several members, as if it were the file. What is no gzip is left as it is. */
export class GzipSource implements LogSource {
  readonly #packed: LogSource;
  readonly #gunzip: Gunzip;
  readonly #largest: number;
  #stat: LogStat | null = null;
  #size = 0;
  #bytes: Uint8Array | null = null;
  #problem: LogProblem | null = null;

  constructor(packed: LogSource, gunzip: Gunzip, largest = LARGEST) {
    this.#packed = packed;
    this.#gunzip = gunzip;
    this.#largest = largest;
  }

  /** Why not everything could be unpacked, once it was; `null`: it could. */
  get problem(): LogProblem | null {
    return this.#problem;
  }

  async stat(): Promise<LogStat | null> {
    const packed = await this.#packed.stat();
    if (packed === null) return null;
    if (!isSame(packed, this.#stat)) await this.#unpack(packed);
    return { ...packed, size: this.#size };
  }

  async read(from: number, to: number): Promise<Uint8Array> {
    if (!(to > from)) return new Uint8Array();
    const packed = this.#bytes === null ? await this.#packed.stat() : null;
    const bytes = this.#bytes ?? (packed === null ? new Uint8Array() : await this.#unpack(packed));
    // Whoever read to the end is done: what is unpacked may be large.
    if (to >= bytes.length) this.#bytes = null;
    return bytes.slice(from, to);
  }

  async #unpack(packed: LogStat): Promise<Uint8Array> {
    const { bytes, problem } = await this.#unpacked(packed.size);
    this.#stat = packed;
    this.#size = bytes.length;
    this.#bytes = bytes;
    this.#problem = problem;
    return bytes;
  }

  async #unpacked(size: number): Promise<Unpacked> {
    const magic = await this.#packed.read(0, 2);
    if (magic[0] === 0x1f && magic[1] === 0x8b) {
      return this.#gunzip(blocksOf(this.#packed, size), this.#largest);
    }
    const bytes = await this.#packed.read(0, Math.min(size, this.#largest));
    return { bytes, problem: size > this.#largest ? tooLarge(this.#largest) : null };
  }
}

/** That a file unpacks to more than so many bytes. */
export function tooLarge(bytes: number): LogProblem {
  return { code: 'too-large', line: 0, details: { bytes } };
}

function isSame(a: LogStat, b: LogStat | null): boolean {
  return a.size === b?.size && a.modified === b.modified && a.identity === b.identity;
}

async function* blocksOf(source: LogSource, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; from += BLOCK) {
    yield await source.read(from, Math.min(size, from + BLOCK));
  }
}
