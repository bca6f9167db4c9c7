import { CarriedBytes } from './carriedBytes';
import type { ByteLineOptions, Drawn, LineTaker } from './lineTaker';
import { LineText, Utf8Stream } from './utf8';

const LF = 10;
const CR = 13;
const DEFAULT_MAX = 1_048_576;
/** Without an LF in this many bytes, `\r` is the line end. */
const CR_ONLY_AFTER = 65_536;
const NO_BYTES = new Uint8Array();

/**
 * Bytes cut anywhere → whole lines, as `LineReader` makes them of text: LF, CRLF and CR CR LF end a line, so does a CR
 * alone where the file has no LF; numbered as an editor does. Makes no strings: whole lines are handed out
 * where they lie, only what is unfinished at the end of a block is copied.
 */
export class ByteLines {
  readonly #taker: LineTaker;
  readonly #utf8: Utf8Stream;
  readonly #text = new LineText();
  readonly #all: boolean;
  readonly #max: number;
  readonly #onTooLong: ((line: number) => void) | undefined;
  readonly #carried = new CarriedBytes();
  #bytes: Uint8Array = NO_BYTES;
  /** Where the present line begins. */
  #start = 0;
  /** Up to where the present line was searched for its end. */
  #searched = 0;
  #line = 1;
  /** The present line is longer than what is kept of it. */
  #skipping = false;
  #tooLong = false;
  #previous: Drawn | null = null;
  /** States held back until it is known whether CR ends the lines; `null` once it is. */
  #held: Drawn[] | null;
  #crOnly = false;

  constructor(taker: LineTaker, options: ByteLineOptions = {}) {
    this.#taker = taker;
    this.#utf8 = new Utf8Stream(options.encoding ?? 'utf-8');
    this.#all = options.redraws === 'all';
    this.#held = this.#all ? null : [];
    this.#max = options.maxLength ?? DEFAULT_MAX;
    this.#onTooLong = options.onTooLong;
  }

  /** Every line that was begun has ended: `end()` would deliver nothing. */
  get isSettled(): boolean {
    const isHeld = this.#held !== null && this.#held.length > 0;
    return this.#carried.length === 0 && this.#utf8.isWhole && this.#previous === null && !isHeld;
  }

  push(bytes: Uint8Array): void {
    this.#push(this.#utf8.push(bytes));
  }

  /** Delivers the last line even if nothing ended it. */
  end(): void {
    this.#push(this.#utf8.end());
    this.#bytes = this.#carried.bytes;
    this.#text.forget();
    let length = this.#bytes.length;
    if (length > this.#start && this.#bytes[length - 1] === CR) {
      length--;
      this.#carriageReturn(length);
      this.#start = length + 1;
    }
    if (this.#held !== null && this.#held.length > 0) this.#endLinesAtCr(this.#held);
    if (length > this.#start || this.#previous !== null)
      this.#lineFeed(Math.max(length, this.#start));
    this.#carried.clear();
  }

  #push(bytes: Uint8Array): void {
    let from = this.#skipping ? this.#skipped(bytes) : 0;
    if (this.#carried.length > 0) {
      // Only the line that was cut is copied together; the rest of the block is read where it lies.
      const lf = bytes.indexOf(LF, from);
      const whole = lf < 0 ? bytes.length : lf + 1;
      const joined = this.#carried.add(bytes, from, whole);
      this.#read(joined, 0, lf < 0 ? 0 : joined.length);
      from = whole;
      if (this.#carried.length > 0) {
        if (from < bytes.length) this.#readAll(this.#carried.add(bytes, from, bytes.length), 0);
        return;
      }
    }
    if (from < bytes.length) this.#readAll(bytes, from);
  }

  /** The text of a piece of the bytes that the taker was just given: without terminal control and BOM. */
  text(from: number, to: number): string {
    return this.#text.of(this.#bytes, from, to);
  }

  /** Where a line that is too long ends: nothing before is kept. */
  #skipped(bytes: Uint8Array): number {
    let at = 0;
    while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at < bytes.length) this.#skipping = false;
    return at;
  }

  #readAll(bytes: Uint8Array, from: number): void {
    this.#read(bytes, from, bytes.lastIndexOf(LF) + 1);
  }

  /** Reads the lines that end in `bytes` from `from` on, and carries the rest over. The last LF stands before `lastLf`. */
  #read(bytes: Uint8Array, from: number, lastLf: number): void {
    this.#bytes = bytes;
    this.#text.forget();
    if (from > 0) this.#start = this.#searched = from;
    for (;;) {
      if (this.#start < lastLf && this.#isPlain()) this.#fast(lastLf);
      const end = this.#lineEnd();
      // A CR at the very end may be half a CRLF.
      if (end < 0 || (bytes[end] === CR && end + 1 === bytes.length)) break;
      this.#endLine(end);
    }
    this.#carry();
  }

  #isPlain(): boolean {
    return this.#held === null && this.#previous === null && !this.#crOnly;
  }

  #fast(to: number): void {
    const stop = this.#taker.run?.(this.#bytes, this.#start, to, this.#line);
    if (stop === undefined) return;
    this.#start = stop;
    this.#searched = Math.max(this.#searched, this.#start);
    this.#line += this.#taker.taken ?? 0;
  }

  /** The place of the LF or CR that ends the present line; -1: it is not there yet. */
  #lineEnd(): number {
    const bytes = this.#bytes;
    let at = this.#searched;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LF || byte === CR) {
        this.#searched = at;
        return at;
      }
    }
    this.#searched = at;
    return -1;
  }

  #endLine(end: number): void {
    const isCrLf = this.#bytes[end] === CR && this.#bytes[end + 1] === LF;
    if (isCrLf || this.#bytes[end] === LF) this.#lineFeed(end);
    else this.#carriageReturn(end);
    this.#start = this.#searched = end + (isCrLf ? 2 : 1);
  }

  /** The present line up to `end`; the next one begins. */
  #take(end: number): Drawn {
    return { from: this.#start, to: this.#cut(this.#start, end), line: this.#line++ };
  }

  /** Where a line from `from` to `to` is cut: at a whole character, at most `maxLength` bytes on. */
  #cut(from: number, to: number): number {
    let end = from + this.#max;
    if (to <= end) return to;
    while (end > from && (this.#bytes[end]! & 0xc0) === 0x80) end--;
    if (!this.#tooLong) this.#onTooLong?.(this.#line);
    this.#tooLong = true;
    return end;
  }

  #give(drawn: Drawn, redrawn: boolean): void {
    this.#taker.line(this.#bytes, drawn.from, drawn.to, drawn.line, redrawn);
  }

  #lineFeed(end: number): void {
    const drawn = this.#take(end);
    const previous = this.#previous;
    this.#previous = null;
    this.#held = null;
    if (previous === null) this.#give(drawn, false);
    else if (this.#isBlank(drawn)) this.#give(previous, false);
    else {
      if (this.#all) this.#give(previous, true);
      this.#give(drawn, false);
    }
  }

  #carriageReturn(end: number): void {
    const drawn = this.#take(end);
    if (this.#crOnly) this.#give(drawn, false);
    else if (this.#held !== null) this.#hold(this.#held, drawn);
    if (this.#crOnly || this.#isBlank(drawn)) return;
    if (this.#all && this.#previous !== null) this.#give(this.#previous, true);
    this.#previous = drawn;
  }

  /** Whether nothing is left of a state without terminal control. */
  #isBlank({ from, to }: Drawn): boolean {
    if (from === to) return true;
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at]!;
      if (byte === 0 || byte === 8 || byte === 27 || byte === 0xef)
        return this.#text.of(this.#bytes, from, to) === '';
    }
    return false;
  }

  #hold(held: Drawn[], drawn: Drawn): void {
    held.push(drawn);
    if (drawn.to + 1 - held[0]!.from > CR_ONLY_AFTER) this.#endLinesAtCr(held);
  }

  #endLinesAtCr(held: readonly Drawn[]): void {
    this.#crOnly = true;
    this.#held = null;
    this.#previous = null;
    for (const drawn of held) this.#give(drawn, false);
  }

  /** Keeps what is not finished, and moves every place in it along. */
  #carry(): void {
    const first = this.#held?.[0] ?? this.#previous;
    const base = Math.min(this.#start, first?.from ?? this.#start);
    let end = this.#bytes.length;
    if (end - this.#start > this.#max + 4 && this.#searched === end) {
      // One byte and a character too many say that the line is too long.
      end = this.#start + this.#max + 4;
      this.#skipping = true;
    }
    this.#carried.keep(this.#bytes, base, end);
    this.#start -= base;
    this.#searched = end - base;
    if (this.#bytes[end - 1] === CR && !this.#skipping) this.#searched--;
    this.#move(base);
    this.#bytes = NO_BYTES;
  }

  #move(base: number): void {
    if (base === 0) return;
    const known = new Set(this.#held);
    if (this.#previous !== null) known.add(this.#previous);
    for (const drawn of known) {
      drawn.from -= base;
      drawn.to -= base;
    }
  }
}
