import { AT, CLASSES, COLON, DIGIT, HIGH, LETTER, MINUS, POINT, SIGN } from './lineBytes';
import type { LineShape } from './lineShape';
import { barEnd, isDateWord, isStamp } from './wordBytes';

/** What a path asks for beside bytes, which stand for themselves: a run of digits, however many. */
export const DIGITS = 256;
/** A point with digits behind it, which belong to the run before. */
export const FRACTION = 257;
/** The digits of glog's stamp (`I0821`), which are no run. */
export const STAMPED = 258;
/** Characters of a progress bar. */
export const BARS = 259;
export const LINE_END = 260;
/** Three digits or more in a name of a line that says nothing (see SilentLines): which ones is all the same. */
export const LONG = 261;
export const LONG_DIGITS = 3;
/** With a number added: a run of so many digits. */
export const EXACT = 0x200;
/** With a byte added: the sign just met, again and again. */
export const MORE = 0x400;

/** Lines longer than this, or with more runs, are not made into paths. */
const LONGEST = 4096;
const MOST_RUNS = 250;
const MOST_DIGITS = 200;
const LF = 10;
const SPACE = 32;
const BRACKET = 91;

/**
 * What stands in the line that `shape` has just read, so that `LineShape` goes the same way over every line that has it:
 * all that it looks at is asked for, but for the digits of names in a silent line. `null` where that cannot be said.
 */
export function tokensOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  shape: LineShape,
  isSilent = false,
): readonly number[] | null {
  if (shape.hasControl || to - from > LONGEST || shape.runs > MOST_RUNS) return null;
  // An empty line that LF ends is a line in any case, one that CR ends is not.
  if (from === to && bytes[from] !== LF) return null;
  const path = new Tokens(bytes, from, to, shape, isSilent);
  return path.read() ? path.tokens : null;
}

class Tokens {
  readonly tokens: number[] = [];
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #to: number;
  readonly #shape: LineShape;
  #run = 0;
  /** Whether all lines of the path have as many bytes up to here: some words mean more near the front. */
  #isFixed = true;
  readonly #isSilent: boolean;
  #at: number;

  constructor(bytes: Uint8Array, from: number, to: number, shape: LineShape, isSilent: boolean) {
    this.#isSilent = isSilent;
    this.#bytes = bytes;
    this.#from = this.#at = from;
    this.#to = to;
    this.#shape = shape;
  }

  read(): boolean {
    while (this.#at < this.#to) {
      const kind = CLASSES[this.#bytes[this.#at]!]!;
      if (kind === LETTER) {
        if (!this.#letters()) return false;
      } else if (kind === DIGIT) {
        if (!this.#digits()) return false;
      } else if (kind === HIGH) this.#high();
      else if (kind === SIGN) this.#sign();
      else return false;
    }
    this.tokens.push(LINE_END);
    return true;
  }

  #literal(to: number): void {
    for (; this.#at < to; this.#at++) this.tokens.push(this.#bytes[this.#at]!);
  }

  #letters(): boolean {
    const first = this.#at;
    const end = this.#endOf(LETTER);
    this.#literal(end);
    return this.#isFixed || end - first !== 3 || !isDateWord(this.#bytes, first);
  }

  #digits(): boolean {
    const first = this.#at;
    const end = this.#endOf(DIGIT);
    const isGrown = first > this.#from && CLASSES[this.#bytes[first - 1]!] === LETTER;
    const isNoted = this.#run < this.#shape.runs && this.#shape.starts[this.#run] === first;
    if (isGrown && end - first === 4 && !this.#isFixed) return false;
    if (isNoted) return this.#noted(first, end, isGrown);
    if (this.#isStamp(first, end)) {
      this.tokens.push(STAMPED);
      this.#at = end;
    } else if (this.#isSilent && end - first >= LONG_DIGITS) {
      this.tokens.push(LONG);
      this.#at = end;
    } else this.#literal(end);
    return true;
  }

  /** A run of digits. Grown onto a word, it is counted in any case: four digits may be more than a number. */
  #noted(first: number, end: number, isGrown: boolean): boolean {
    if (isGrown || this.#shape.counted[this.#run]! > 0) {
      if (end - first > MOST_DIGITS) return false;
      this.tokens.push(EXACT + end - first);
    } else {
      this.tokens.push(DIGITS);
      this.#isFixed = false;
    }
    this.#at = this.#shape.ends[this.#run]!;
    if (this.#at > end) {
      this.tokens.push(FRACTION);
      this.#isFixed = false;
    }
    this.#run++;
    return true;
  }

  #isStamp(first: number, end: number): boolean {
    if (first === this.#from || !isStamp(this.#bytes, this.#from, first, end)) return false;
    const before = this.#bytes[first - 2]!;
    return first - 1 === this.#from || before === SPACE || before === BRACKET;
  }

  #high(): void {
    const end = barEnd(this.#bytes, this.#at);
    if (end > this.#at) {
      this.tokens.push(BARS);
      this.#isFixed = false;
      this.#at = end;
    } else this.#literal(this.#at + 1);
  }

  #sign(): void {
    const sign = this.#bytes[this.#at]!;
    this.#literal(this.#at + 1);
    if (this.#bytes[this.#at] === sign) {
      this.tokens.push(MORE + sign);
      this.#isFixed = false;
      while (this.#bytes[this.#at] === sign) this.#at++;
    } else if (sign === AT) this.#name();
  }

  /** What may be the rest of a name behind `@`: to the last byte, up to a run. */
  #name(): void {
    const run = this.#run < this.#shape.runs ? this.#shape.starts[this.#run]! : this.#to;
    let end = this.#at;
    while (end < run && isOfName(this.#bytes[end]!)) end++;
    this.#literal(end);
  }

  #endOf(kind: number): number {
    let end = this.#at;
    while (CLASSES[this.#bytes[end]!] === kind) end++;
    return end;
  }
}

function isOfName(byte: number): boolean {
  return (byte >= 48 && byte <= COLON) || byte === POINT || byte === MINUS;
}
