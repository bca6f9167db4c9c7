import type { LogProblem } from './format';
import type { LogSource, LogStat } from './tail';

/** Unpacked bytes beyond which the rest is left out: a small file may unpack to any size. */
const LARGEST = 268_435_456;
/** Unpacked bytes up to which all of them are kept; of what is larger, this much of the beginning. */
const KEPT = 4_194_304;
const BLOCK = 1_048_576;
const PACKED = /\.gz$/i;

/**
 * Unpacks one or several gzip members that come in blocks, as far as it is asked to. Returns why not everything could be
 * unpacked (`null`: it could); what a cut file holds is given.
 */
export type Gunzip = (
  blocks: AsyncIterable<Uint8Array>,
) => AsyncGenerator<Uint8Array, LogProblem | null>;

/** Whether a file's name says that it is packed. */
export function isPackedName(path: string): boolean {
  return PACKED.test(path);
}

/**
 * What is packed in a gzip file of one or several members, as if it were the file; it is never held as a whole, so
 * reading is cheap in the order of the file only. What is no gzip is left as it is.
 */
export class GzipSource implements LogSource {
  readonly #packed: LogSource;
  readonly #gunzip: Gunzip;
  readonly #largest: number;
  #stat: LogStat | null = null;
  #content: LogSource | null = null;
  #size = 0;
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
    if (!isSame(packed, this.#stat)) await this.#open(packed);
    return { ...packed, size: this.#size };
  }

  async read(from: number, to: number, room?: Uint8Array): Promise<Uint8Array> {
    if (this.#content === null) await this.stat();
    const end = Math.min(to, this.#size);
    if (this.#content === null || !(end > from)) return new Uint8Array();
    return this.#content.read(from, end, room);
  }

  async #open(packed: LogStat): Promise<void> {
    const magic = await this.#packed.read(0, 2);
    if (magic[0] === 0x1f && magic[1] === 0x8b) {
      const unpacked = new Unpacked(this.#packed, packed.size, this.#gunzip);
      this.#problem = await unpacked.measure(this.#largest);
      this.#size = unpacked.size;
      this.#content = unpacked;
    } else {
      this.#problem = packed.size > this.#largest ? tooLarge(this.#largest) : null;
      this.#size = Math.min(packed.size, this.#largest);
      this.#content = this.#packed;
    }
    this.#stat = packed;
  }
}

/** The content of a gzip file: its beginning, and a pass through it that goes on where the last bytes were read. */
class Unpacked implements LogSource {
  readonly #packed: LogSource;
  readonly #packedSize: number;
  readonly #gunzip: Gunzip;
  #kept: Uint8Array = new Uint8Array();
  #pass: Pass | null = null;
  size = 0;

  constructor(packed: LogSource, packedSize: number, gunzip: Gunzip) {
    this.#packed = packed;
    this.#packedSize = packedSize;
    this.#gunzip = gunzip;
  }

  /** Unpacks it once for its size, up to `largest`; says why that is not all. */
  async measure(largest: number): Promise<LogProblem | null> {
    const pass = this.#begin();
    this.#kept = await pass.take(0, Math.min(KEPT, largest));
    await pass.skip(largest + 1);
    this.size = Math.min(pass.at, largest);
    const problem = pass.at > largest ? tooLarge(largest) : pass.problem;
    await pass.close();
    return problem;
  }

  stat(): Promise<null> {
    return Promise.resolve(null);
  }

  async read(from: number, to: number): Promise<Uint8Array> {
    if (to <= this.#kept.length) return this.#kept.slice(from, to);
    if (this.#pass === null || from < this.#pass.at) {
      await this.#pass?.close();
      this.#pass = this.#begin();
    }
    const pass = this.#pass;
    const bytes = await pass.take(from, to);
    if (to >= this.size) {
      await pass.close();
      this.#pass = null;
    }
    return bytes;
  }

  #begin(): Pass {
    return new Pass(this.#gunzip(blocksOf(this.#packed, this.#packedSize)));
  }
}

/** One pass through what is unpacked. */
class Pass {
  readonly #parts: ReturnType<Gunzip>;
  #rest: Uint8Array = new Uint8Array();
  /** Bytes taken and skipped so far. */
  at = 0;
  problem: LogProblem | null = null;

  constructor(parts: ReturnType<Gunzip>) {
    this.#parts = parts;
  }

  /** The bytes from `from`, which is not behind, up to `to`; fewer where there are no more. */
  async take(from: number, to: number): Promise<Uint8Array> {
    await this.skip(from);
    const bytes = new Uint8Array(to - from);
    let length = 0;
    while (length < bytes.length && (await this.#more())) {
      const part = this.#next(bytes.length - length);
      bytes.set(part, length);
      length += part.length;
    }
    return length === bytes.length ? bytes : bytes.slice(0, length);
  }

  /** Passes over what comes before `to`. */
  async skip(to: number): Promise<void> {
    while (this.at < to && (await this.#more())) this.#next(to - this.at);
  }

  async close(): Promise<void> {
    await this.#parts.return(null);
  }

  #next(most: number): Uint8Array {
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.length);
    this.at += part.length;
    return part;
  }

  async #more(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#parts.next();
      if (done === true) {
        this.problem = value ?? this.problem;
        return false;
      }
      this.#rest = value;
    }
    return true;
  }
}

function tooLarge(bytes: number): LogProblem {
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
