import type { LogProblem } from '../../format';
import { maskedCrc32c } from './crc32c';

/** A length (8 bytes) and its CRC (4). */
const HEADER = 12;
const CRC = 4;
/** Longer records are pictures or models; they are passed over without being kept. */
const LONGEST = 67_108_864;

/** Takes the data of a record, `bytes[from, to)`, and its 1-based number in the file; says whether it could be read. */
export type OnRecord = (bytes: Uint8Array, from: number, to: number, record: number) => boolean;

function u32(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

/** The length of the record whose header stands at `at`; -1: no header (wrong CRC, or longer than any file). */
export function recordLength(bytes: Uint8Array, at: number): number {
  // The upper half is zero below 4 GB: asked first, because looking for a lost header asks at every byte.
  if (u32(bytes, at + 4) !== 0) return -1;
  return u32(bytes, at + 8) === maskedCrc32c(bytes, at, at + 8) ? u32(bytes, at) : -1;
}

/**
 * Bytes cut anywhere → records of a TFRecord file, both CRCs checked. A record with a wrong CRC is left out; where
 * a length is wrong, the next place that is a header is looked for. What is incomplete at the end is not
 * reported: the file may still be written.
 */
export class RecordStream {
  readonly #onRecord: OnRecord;
  readonly #onProblem: (problem: LogProblem) => void;
  /** Bytes that are not a whole record yet, `#count` of them. */
  #held = new Uint8Array(4096);
  #count = 0;
  /** Bytes that what is held needs to become a header, then a record. */
  #wanted = HEADER;
  /** Bytes of a long record still to be passed over. */
  #skip = 0;
  #lost = false;
  #record = 0;
  /** Where in the file the bytes being walked begin. */
  #start = 0;

  constructor(onRecord: OnRecord, onProblem: (problem: LogProblem) => void) {
    this.#onRecord = onRecord;
    this.#onProblem = onProblem;
  }

  push(bytes: Uint8Array): void {
    let at = Math.min(this.#skip, bytes.length);
    this.#skip -= at;
    this.#start += at;
    while (this.#count > 0 && at < bytes.length) {
      if (this.#lost) {
        this.#walk(this.#joined(bytes.subarray(at)));
        return;
      }
      const taken = Math.min(this.#wanted - this.#count, bytes.length - at);
      this.#hold(bytes.subarray(at, at + taken));
      at += taken;
      if (this.#count === this.#wanted) this.#walk(this.#joined(new Uint8Array()));
      const passed = Math.min(this.#skip, bytes.length - at);
      this.#skip -= passed;
      this.#start += passed;
      at += passed;
    }
    if (at < bytes.length) this.#walk(bytes.subarray(at));
  }

  /** What is held, with more behind it; nothing is held after. */
  #joined(more: Uint8Array): Uint8Array {
    const all = new Uint8Array(this.#count + more.length);
    all.set(this.#held.subarray(0, this.#count));
    all.set(more, this.#count);
    this.#count = 0;
    return all;
  }

  #hold(bytes: Uint8Array): void {
    const count = this.#count + bytes.length;
    if (count > this.#held.length) {
      const larger = new Uint8Array(Math.max(count, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#count));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#count);
    this.#count = count;
  }

  /** Hands out the whole records of `bytes` and holds the rest. */
  #walk(bytes: Uint8Array): void {
    let at = 0;
    this.#wanted = HEADER;
    while (at + HEADER <= bytes.length) {
      const length = recordLength(bytes, at);
      if (length < 0) {
        this.#lose(at++);
        continue;
      }
      this.#lost = false;
      const end = at + HEADER + length + CRC;
      if (length > LONGEST) {
        this.#passOver(at, length);
        this.#skip = Math.max(0, end - bytes.length);
        at = Math.min(end, bytes.length);
      } else if (end > bytes.length) {
        this.#wanted = end - at;
        break;
      } else {
        this.#take(bytes, at, end);
        at = end;
      }
    }
    this.#start += at;
    this.#hold(bytes.subarray(at));
  }

  #take(bytes: Uint8Array, at: number, end: number): void {
    const record = ++this.#record;
    const from = at + HEADER;
    const to = end - CRC;
    const isWhole = u32(bytes, to) === maskedCrc32c(bytes, from, to);
    if (!isWhole || !this.#onRecord(bytes, from, to, record)) this.#report(at);
  }

  #passOver(at: number, length: number): void {
    this.#record++;
    this.#onProblem({
      code: 'long-record',
      line: 0,
      details: { record: this.#record, byte: this.#start + at, bytes: length },
    });
  }

  /** Where a header should stand and does not: said once until the next one is found. */
  #lose(at: number): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#record++;
    this.#report(at);
  }

  #report(at: number): void {
    const details = { record: this.#record, byte: this.#start + at };
    this.#onProblem({ code: 'bad-record', line: 0, details });
  }
}
