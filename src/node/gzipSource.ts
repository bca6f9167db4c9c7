import { constants, createGunzip } from 'node:zlib';
import type { LogProblem } from '../core/log/format';
import type { LogSource, LogStat } from '../core/log/tail';
import { DatabaseSource } from './databaseSource';
import { FileSource } from './fileSource';

/** Unpacked bytes beyond which the rest is left out: a small file may unpack to any size. */
const LARGEST = 268_435_456;
const BLOCK = 1_048_576;
const PACKED = /\.gz$/i;

/** Where the bytes of a file on this disk come from; what is packed comes unpacked. */
export function sourceOf(path: string): LogSource & { readonly problem?: LogProblem | null } {
  return PACKED.test(path) ? new GzipSource(new FileSource(path)) : new DatabaseSource(path);
}

/** Unpacked bytes, and why they are not all. */
interface Unpacked {
  readonly bytes: Uint8Array;
  readonly problem: LogProblem | null;
}

/** What is packed in a gzip file of one or several members, as if it were the file. What is no gzip is left as it is. */
export class GzipSource implements LogSource {
  readonly #packed: LogSource;
  readonly #largest: number;
  #stat: LogStat | null = null;
  #size = 0;
  #bytes: Uint8Array | null = null;
  #problem: LogProblem | null = null;

  constructor(packed: LogSource, largest = LARGEST) {
    this.#packed = packed;
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
    const { bytes, problem } = await unpacked(this.#packed, packed.size, this.#largest);
    this.#stat = packed;
    this.#size = bytes.length;
    this.#bytes = bytes;
    this.#problem = problem;
    return bytes;
  }
}

function isSame(a: LogStat, b: LogStat | null): boolean {
  return a.size === b?.size && a.modified === b.modified && a.identity === b.identity;
}

async function* blocksOf(source: LogSource, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; from += BLOCK) {
    yield await source.read(from, Math.min(size, from + BLOCK));
  }
}

async function unpacked(source: LogSource, size: number, largest: number): Promise<Unpacked> {
  const magic = await source.read(0, 2);
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) {
    const bytes = await source.read(0, Math.min(size, largest));
    return { bytes, problem: size > largest ? tooLarge(largest) : null };
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  let problem: LogProblem | null = null;
  // What a file that is still written, or cut, holds so far is given out instead of an error.
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const failures: Error[] = [];
  const written = write(blocksOf(source, size), gunzip).catch((error: unknown) => {
    failures.push(error as Error);
    gunzip.destroy();
  });
  try {
    for await (const part of gunzip as AsyncIterable<Uint8Array>) {
      const room = largest - length;
      parts.push(part.subarray(0, room));
      length += Math.min(part.length, room);
      if (part.length <= room) continue;
      problem = tooLarge(largest);
      break;
    }
  } catch {
    problem = { code: 'truncated', line: 0, details: {} };
  }
  gunzip.destroy();
  await written;
  if (failures[0] !== undefined) throw failures[0];
  return { bytes: Buffer.concat(parts, length), problem };
}

/** Feeds packed blocks as fast as they are unpacked; ends quietly where unpacking has ended. */
async function write(
  blocks: AsyncIterable<Uint8Array>,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> {
  for await (const block of blocks) {
    if (gunzip.destroyed) return;
    await new Promise<void>(done => {
      gunzip.once('close', done);
      gunzip.write(block, () => {
        gunzip.off('close', done);
        done();
      });
    });
  }
  if (!gunzip.destroyed) gunzip.end();
}

function tooLarge(bytes: number): LogProblem {
  return { code: 'too-large', line: 0, details: { bytes } };
}
