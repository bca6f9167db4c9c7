import { plainText } from './ansi';
import type { LogSource, LogStat } from './tail';

/** Bytes of a block, and how many blocks are kept beside the first one: 4 MB. */
const BLOCK = 65_536;
const KEPT = 64;
const LF = 10;
const CR = 13;

/**
 * What a program printed, kept in memory as a log that grows: its beginning and its latest part. What lies between is
 * forgotten, but for how many lines it had: who reads from the start finds empty lines there, and the lines after it
 * have the numbers that they had. Who follows it has read all of it.
 */
export class KeptOutput implements LogSource {
  readonly #encoder = new TextEncoder();
  readonly #blocks = new Map<number, Uint8Array>();
  /** Line ends of each block that was forgotten. */
  readonly #forgotten = new Map<number, number>();
  #size = 0;
  #modified: number;
  #writer: NonNullable<LogStat['writer']> = 'writing';
  /** The first half of a character that was cut. */
  #half = '';

  /** `now`: milliseconds since 1970. */
  constructor(now = Date.now()) {
    this.#modified = now;
  }

  /** Bytes that were printed, those that were forgotten included. */
  get size(): number {
    return this.#size;
  }

  get modified(): number {
    return this.#modified;
  }

  get isWritten(): boolean {
    return this.#writer === 'writing';
  }

  /** More was printed; a text may be cut anywhere. */
  append(text: string, now = Date.now()): void {
    const given = this.#half + text;
    const isCut = /[\ud800-\udbff]$/.test(given);
    this.#half = isCut ? given.slice(-1) : '';
    this.#write(this.#encoder.encode(isCut ? given.slice(0, -1) : given));
    this.#modified = now;
  }

  /** Nothing more will come: the program ended by itself, or did not. What was said first stands. */
  end(how: 'finished' | 'interrupted'): void {
    if (this.isWritten) this.#writer = how;
  }

  stat(): Promise<LogStat> {
    return Promise.resolve({
      size: this.#size,
      modified: this.#modified,
      writer: this.#writer,
    });
  }

  read(from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, this.#size);
    const bytes = new Uint8Array(Math.max(0, end - from));
    for (let at = from; at < end;) {
      const index = Math.floor(at / BLOCK);
      const stop = Math.min(end, (index + 1) * BLOCK);
      const start = index * BLOCK;
      bytes.set(this.#blockAt(index).subarray(at - start, stop - start), at - from);
      at = stop;
    }
    return Promise.resolve(bytes);
  }

  /** What is kept, as an editor shows it: without terminal control, with empty lines for those that were forgotten. */
  get text(): string {
    const decoder = new TextDecoder();
    const parts: string[] = [];
    for (let index = 0; index * BLOCK < this.#size; index++) {
      const block = this.#blocks.get(index);
      const length = Math.min(BLOCK, this.#size - index * BLOCK);
      if (block) parts.push(decoder.decode(block.subarray(0, length), { stream: true }));
      else parts.push('\n'.repeat(this.#forgotten.get(index) ?? 0));
    }
    // A backspace takes nothing back of the line before.
    return parts.join('').replace(/[^\r\n]+/g, plainText);
  }

  #write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const index = Math.floor(this.#size / BLOCK);
      const at = this.#size % BLOCK;
      const part = bytes.subarray(from, from + BLOCK - at);
      const block = this.#blocks.get(index) ?? this.#open(index);
      block.set(part, at);
      this.#size += part.length;
      from += part.length;
    }
  }

  #open(index: number): Uint8Array {
    const block = new Uint8Array(BLOCK);
    this.#blocks.set(index, block);
    const oldest = index - KEPT;
    if (oldest > 0) this.#forget(oldest);
    return block;
  }

  #forget(index: number): void {
    const block = this.#blocks.get(index);
    if (block === undefined) return;
    const next = this.#blocks.get(index + 1)?.[0];
    this.#forgotten.set(index, lineEnds(block, next));
    this.#blocks.delete(index);
  }

  /** What was forgotten is bytes that mean nothing, with as many line ends. */
  #blockAt(index: number): Uint8Array {
    const kept = this.#blocks.get(index);
    if (kept) return kept;
    const ends = this.#forgotten.get(index) ?? 0;
    const block = new Uint8Array(BLOCK);
    for (let end = 0; end < ends; end++) block[Math.floor(((end + 1) * BLOCK) / ends) - 1] = LF;
    return block;
  }
}

/** Line ends as an editor counts them; `next` is the byte that follows. */
function lineEnds(block: Uint8Array, next: number | undefined): number {
  let ends = 0;
  block.forEach((byte, at) => {
    const follows = at + 1 < block.length ? block[at + 1] : next;
    if (byte === LF || (byte === CR && follows !== LF)) ends++;
  });
  return ends;
}
