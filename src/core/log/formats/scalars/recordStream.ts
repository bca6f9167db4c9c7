import type { LogProblem } from '../../format';

/** Longer records are pictures or models; they are passed over without being kept. */
const LONGEST = 33_554_432;

/**
 * Takes the records of a file. An object and no functions made for each file: what the compiler knows of its methods
 * holds for the next file too.
 */
export interface RecordListener {
  /** The data of a record, `bytes[from, to)`, and its 1-based number in the file; says whether it could be read. */
  record(bytes: Uint8Array, from: number, to: number, record: number): boolean;
  problem(problem: LogProblem): void;
}

/** How records stand in a file. */
export interface Framing {
  /** Bytes that tell a header from anything else; every record has as many. */
  readonly header: number;
  /** Bytes in front of the data of a record, and behind it. */
  readonly prefix: number;
  readonly suffix: number;
  /** The length of the data of the record that begins at `at`; -1: none does. */
  lengthAt(bytes: Uint8Array, at: number): number;
  /** Whether the data `bytes[from, to)` is what was written. */
  isWhole(bytes: Uint8Array, from: number, to: number): boolean;
}

/**
 * Bytes cut anywhere → records of a file, their framing checked. A damaged record is left out; where
 * a length is wrong, the next place that is a header is looked for. What is incomplete at the end is not
 * reported: the file may still be written.
 */
export class RecordStream {
  readonly #framing: Framing;
  readonly #listener: RecordListener;
  /** Bytes that are not a whole record yet, `#count` of them. */
  #held = new Uint8Array(4096);
  #count = 0;
  /** Bytes that what is held needs to become a header, then a record. */
  #wanted: number;
  /** Bytes of a long record still to be passed over. */
  #skip = 0;
  #lost = false;
  #record = 0;
  /** Where in the file the bytes being walked begin. */
  #start = 0;

  constructor(framing: Framing, listener: RecordListener) {
    this.#framing = framing;
    this.#wanted = framing.header;
    this.#listener = listener;
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
      if (this.#count === this.#wanted) this.#walkHeld();
      const passed = Math.min(this.#skip, bytes.length - at);
      this.#skip -= passed;
      this.#start += passed;
      at += passed;
    }
    if (at < bytes.length) this.#walk(bytes.subarray(at));
  }

  /** Hands out what is held where it stands: a long record would be twice in memory. */
  #walkHeld(): void {
    const held = this.#held.subarray(0, this.#count);
    this.#count = 0;
    this.#walk(held);
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
      const larger = new Uint8Array(Math.max(count, this.#wanted));
      larger.set(this.#held.subarray(0, this.#count));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#count);
    this.#count = count;
  }

  /** Hands out the whole records of `bytes` and holds the rest. */
  #walk(bytes: Uint8Array): void {
    const { header, prefix, suffix } = this.#framing;
    const frame = prefix + suffix;
    let at = 0;
    this.#wanted = header;
    while (at + header <= bytes.length) {
      const length = this.#framing.lengthAt(bytes, at);
      const end = at + length + frame;
      if (length < 0) this.#lose(at++);
      else if (length > LONGEST) {
        this.#passOver(at, length);
        this.#skip = Math.max(0, end - bytes.length);
        at = Math.min(end, bytes.length);
      } else if (end > bytes.length) {
        this.#lost = false;
        this.#wanted = end - at;
        break;
      } else {
        this.#take(bytes, at, end);
        at = end;
      }
    }
    this.#start += at;
    if (at < bytes.length) this.#hold(bytes.subarray(at));
  }

  #take(bytes: Uint8Array, at: number, end: number): void {
    this.#lost = false;
    const record = ++this.#record;
    const { prefix, suffix } = this.#framing;
    const from = at + prefix;
    const to = end - suffix;
    const isWhole = this.#framing.isWhole(bytes, from, to);
    if (!isWhole || !this.#listener.record(bytes, from, to, record)) this.#report(at);
  }

  #passOver(at: number, length: number): void {
    this.#lost = false;
    this.#record++;
    this.#listener.problem({
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
    this.#listener.problem({ code: 'bad-record', line: 0, details });
  }
}
