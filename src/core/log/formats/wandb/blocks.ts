import { crc32 } from '../../bytes/crc';
import type { LogProblem } from '../../format';

/** Records are cut so that none of their parts crosses the end of a block. */
const BLOCK = 32_768;
/** CRC (4 bytes), length (2) and kind (1) in front of every part. */
const HEADER = 7;
/** Longer records hold no row of numbers; they are passed over. */
const LONGEST = 16_777_216;

/** Kinds of parts: a whole record, or its first, middle and last part. 0 is space that was never written. */
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/** Takes the data of a record, `bytes[from, to)`, and its 1-based number in the file; says whether it could be read. */
export type OnRecord = (bytes: Uint8Array, from: number, to: number, record: number) => boolean;

/**
 * Bytes cut anywhere → records of a W&B file: LevelDB's log format, with a file header in the place of a part's
 * and the plain CRC-32 of kind and data. A damaged record is left out; where two headers in a row are damaged, the
 * rest of the block is. What is incomplete at the end is not reported: the file may still be written.
 * Sources: LevelDB's `log_format.md`; W&B's `core/pkg/leveldb`.
 */
export class BlockRecords {
  readonly #onRecord: OnRecord;
  readonly #onProblem: (problem: LogProblem) => void;
  readonly #block = new Uint8Array(BLOCK);
  #filled = 0;
  #at: number;
  /** Where in the file the block begins. */
  #start = 0;
  #record = 0;
  /** Where the record of which parts were read begins; -1: none. */
  #open = -1;
  #parts = new Uint8Array(4096);
  #length = 0;
  /** The parts at hand belong to a record that was reported. */
  #lost = false;
  #wasDamaged = false;

  /** `at`: where the first record begins. */
  constructor(at: number, onRecord: OnRecord, onProblem: (problem: LogProblem) => void) {
    this.#at = at;
    this.#onRecord = onRecord;
    this.#onProblem = onProblem;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(BLOCK - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      this.#walk();
      if (this.#filled < BLOCK) continue;
      this.#start += BLOCK;
      this.#filled = 0;
      this.#at = 0;
    }
  }

  #walk(): void {
    while (this.#at + HEADER <= this.#filled) {
      const block = this.#block;
      const from = this.#at + HEADER;
      const to = from + block[this.#at + 4]! + 256 * block[this.#at + 5]!;
      if (isUnwritten(block, this.#at)) this.#at = BLOCK;
      else if (to > BLOCK) this.#damaged(BLOCK);
      else if (to > this.#filled) return;
      else if (u32(block, this.#at) !== crc32(block, this.#at + 6, to)) {
        this.#damaged(this.#wasDamaged ? BLOCK : to);
        this.#wasDamaged = true;
      } else {
        this.#wasDamaged = false;
        this.#part(block[this.#at + 6]!, from, to);
        this.#at = to;
      }
    }
  }

  #part(kind: number, from: number, to: number): void {
    if (kind === FULL || kind === FIRST) this.#begin();
    else if (this.#open < 0) {
      if (!this.#lost) this.#lose();
      if (kind === LAST) this.#lost = false;
      return;
    }
    if (kind === FULL) this.#take(this.#block, from, to);
    else {
      this.#keep(from, to);
      if (kind === LAST && this.#open >= 0) this.#take(this.#parts, 0, this.#length);
      if (kind === LAST) this.#lost = false;
    }
  }

  /** A record begins; one that is open was never ended. */
  #begin(): void {
    if (this.#open >= 0) this.#report('bad-record', {});
    this.#lost = false;
    this.#record++;
    this.#open = this.#start + this.#at;
    this.#length = 0;
  }

  #keep(from: number, to: number): void {
    const length = this.#length + to - from;
    if (length > LONGEST) {
      this.#report('long-record', { bytes: length });
      this.#open = -1;
      this.#lost = true;
      return;
    }
    if (length > this.#parts.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#parts.length));
      larger.set(this.#parts.subarray(0, this.#length));
      this.#parts = larger;
    }
    this.#parts.set(this.#block.subarray(from, to), this.#length);
    this.#length = length;
  }

  #take(bytes: Uint8Array, from: number, to: number): void {
    if (!this.#onRecord(bytes, from, to, this.#record)) this.#report('bad-record', {});
    this.#open = -1;
  }

  /** The part at hand cannot be trusted: goes on at `to`. */
  #damaged(to: number): void {
    if (!this.#lost) this.#lose();
    this.#at = to;
  }

  /** A record is lost: the open one, else the one at hand. Said once until the next one begins. */
  #lose(): void {
    if (this.#open < 0) {
      this.#record++;
      this.#open = this.#start + this.#at;
    }
    this.#report('bad-record', {});
    this.#open = -1;
    this.#lost = true;
  }

  #report(code: 'bad-record' | 'long-record', more: Readonly<Record<string, number>>): void {
    const details = { record: this.#record, byte: this.#open, ...more };
    this.#onProblem({ code, line: 0, details });
  }
}

function u32(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

/** Seven zeros are no header: the rest of the block was set aside and never written. */
function isUnwritten(block: Uint8Array, at: number): boolean {
  for (let i = at; i < at + HEADER; i++) if (block[i] !== 0) return false;
  return true;
}
