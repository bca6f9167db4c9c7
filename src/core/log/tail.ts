import type { OpenedDatabase } from './database/opened';

/** Size in bytes, time of the last change in milliseconds since 1970, and what tells the file from another one under its name (inode), if known. */
export interface LogStat {
  readonly size: number;
  readonly modified: number;
  readonly identity?: string;
  /** Whether its writer still lives, or how it ended, where that is known: a file does not tell. */
  readonly writer?: 'writing' | 'finished' | 'interrupted';
}

/** Where a log's bytes come from. */
export interface LogSource {
  /** `null` where there is no such file (yet). */
  stat(): Promise<LogStat | null>;
  /** The bytes from `from` up to `to`; fewer where the file has become shorter. They may be put into `room`, where that is large enough. */
  read(from: number, to: number, room?: Uint8Array): Promise<Uint8Array>;
  /** Opens it as a database; what it holds is that of one moment. Absent: it cannot be. */
  database?(): Promise<OpenedDatabase>;
}

/** Who reads a log: told to start over, then given its bytes in order, then the end of what is there. */
export interface LogListener {
  /** A new reading begins: forget everything. `head` is how the file begins; its bytes come again in `bytes`. */
  start(head: Uint8Array, complete: boolean): void;
  /** Reads all of it another way, after `start`; resolves to `false` where its bytes are wanted. */
  take?(): Promise<boolean>;
  /** What it is given is valid during the call. */
  bytes(part: Uint8Array): void;
  /** After some bytes: the next ones wait for it. */
  rest?(): Promise<void>;
  /** Whether `end` would change nothing; then it is not called, and growth needs no reading anew. */
  readonly isSettled?: boolean;
  /** Count an unterminated last line. If the log grows after this, it is read from the start again. */
  end(): void;
}

export interface LogTailOptions {
  /** As the log's format says: `rewrite` reads the file anew at every change. */
  readonly growth?: 'append' | 'rewrite';
  /** Bytes read at once. */
  readonly block?: number;
  /** Bytes of the head given to `start`. */
  readonly head?: number;
}

const BLOCK = 1_048_576;
const HEAD = 65_536;
/** Bytes compared at the beginning and before the place reached, to notice a rewritten file. */
const FINGERPRINT = 256;

const NOTHING = Promise.resolve(new Uint8Array());

/**
 * Follows a growing log: hands on only the new bytes, and starts over when the file was truncated, rotated or
 * rewritten. Calls may overlap; they are done one after the other. Errors of the source come out of the promises.
 */
export class LogTail {
  readonly #source: LogSource;
  readonly #listener: LogListener;
  readonly #block: number;
  readonly #headSize: number;
  growth: 'append' | 'rewrite';
  #generation = 0;
  #position = 0;
  #ended = false;
  #overdue = false;
  #seen: LogStat | null = null;
  #first: Uint8Array = new Uint8Array();
  #last: Uint8Array = new Uint8Array();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(source: LogSource, listener: LogListener, options: LogTailOptions = {}) {
    this.#source = source;
    this.#listener = listener;
    this.growth = options.growth ?? 'append';
    this.#block = options.block ?? BLOCK;
    this.#headSize = options.head ?? HEAD;
  }

  /** How many times reading has begun; 0 before the first bytes. */
  get generation(): number {
    return this.#generation;
  }

  /** Bytes handed on in this generation. */
  get position(): number {
    return this.#position;
  }

  /** Hands on what is new; an unterminated last line waits in the reader. Resolves to whether anything was new. */
  poll(): Promise<boolean> {
    return this.#enqueue(() => this.#poll());
  }

  /** Hands on what is new and counts the unterminated last line too. */
  finish(): Promise<void> {
    return this.#enqueue(async () => {
      await this.#poll();
      if (this.#generation === 0 || this.#ended || this.#listener.isSettled === true) return;
      this.#ended = true;
      this.#listener.end();
    });
  }

  /** The next `poll` reads the file from its start, if it has changed: more of it tells what it is. */
  startOver(): void {
    this.#overdue = true;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #poll(): Promise<boolean> {
    const stat = await this.#source.stat();
    if (stat === null || (this.#seen !== null && unchanged(stat, this.#seen))) return false;
    const follows = await this.#follows(stat);
    const isNew = !follows || stat.size > this.#position;
    if (isNew) {
      if (!follows || this.#ended) await this.#start(stat);
      await this.#advance(stat.size);
    }
    // Only now: what could not be read is tried again.
    this.#seen = stat;
    return isNew;
  }

  /** Whether the file still begins and continues as the part that was read. */
  async #follows(stat: LogStat): Promise<boolean> {
    if (this.#generation === 0 || this.#overdue || this.growth === 'rewrite') return false;
    if (stat.size < this.#position) return false;
    if (stat.identity !== this.#seen?.identity) return false;
    const first = await this.#source.read(0, this.#first.length);
    const last = await this.#source.read(this.#position - this.#last.length, this.#position);
    return sameBytes(first, this.#first) && sameBytes(last, this.#last);
  }

  async #start(stat: LogStat): Promise<void> {
    const head = await this.#source.read(0, Math.min(stat.size, this.#headSize));
    this.#generation++;
    this.#position = 0;
    this.#ended = this.#overdue = false;
    this.#first = head.slice(0, FINGERPRINT);
    this.#last = new Uint8Array();
    this.#listener.start(head, head.length >= stat.size);
    if ((await this.#listener.take?.()) === true) this.#position = stat.size;
  }

  async #advance(size: number): Promise<void> {
    // Else each block of a large log would be room that nobody has taken back when the next one is read.
    const isLong = size - this.#position > this.#block;
    const rooms = isLong ? [new Uint8Array(this.#block), new Uint8Array(this.#block)] : [];
    let coming = this.#read(size, rooms[0]);
    for (let turn = 1; this.#position < size; turn++) {
      const part = await coming;
      if (part.length === 0) return;
      this.#position += part.length;
      // The next one is fetched while this one is read.
      coming = this.#read(size, rooms[turn % 2]);
      this.#remember(part);
      this.#listener.bytes(part);
      await this.#listener.rest?.();
    }
  }

  /** The block that comes next; nothing behind `size`. Whoever never asks for it does not hear of its failure. */
  #read(size: number, room: Uint8Array | undefined): Promise<Uint8Array> {
    const to = Math.min(size, this.#position + this.#block);
    if (to <= this.#position) return NOTHING;
    const coming = this.#source.read(this.#position, to, room);
    coming.catch(() => undefined);
    return coming;
  }

  #remember(part: Uint8Array): void {
    const missing = FINGERPRINT - this.#first.length;
    if (missing > 0 && this.#position - part.length === this.#first.length) {
      this.#first = joined(this.#first, part.subarray(0, missing));
    }
    this.#last = joined(this.#last, part.slice(-FINGERPRINT)).slice(-FINGERPRINT);
  }
}

function unchanged(a: LogStat, b: LogStat): boolean {
  return a.size === b.size && a.modified === b.modified && a.identity === b.identity;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
