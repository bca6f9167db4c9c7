import { COUNTER_STEMS, RANK_STEMS } from './counterWords';
import { thresholdEnd } from './thresholds';
import { clockEnd, isWordNumber, numberEnd, numberOf } from './numerals';

/** What stands in a slot: a number, or a clock time or date, which is never a value. */
export const NUMBER = 0;
export const CLOCK = 1;

/** Characters of a line that are looked at; no line of a log says more in the rest. */
export const LONGEST_LINE = 16_384;
const MOST_SLOTS = 1024;

const DIGIT = 1;
const LETTER = 2;
const SPACE = 3;
const BAR = 4;
const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const AT = 64;
/** From here on scripts without blanks between words begin. */
const WIDE = 0x2e80;

/** Kinds of the characters below 128; 0 is punctuation. */
const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/\d/.test(char)) KINDS[code] = DIGIT;
  else if (/[a-z_]/i.test(char)) KINDS[code] = LETTER;
  else if (/\s/.test(char)) KINDS[code] = SPACE;
}

/** Days, months and the stamp of glog (`I0821`) at the front of a line: they differ, the lines do not. */
const DATE_WORD =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[IWEF]\d{4})$/;
const LAST_DATE_WORD = 12;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a number with this sign may begin behind a character: not behind digits, names or the same sign. */
function mayPrecede(before: number, sign: number): boolean {
  const kind = kindOf(before);
  return kind !== DIGIT && before !== sign && (kind !== LETTER || before >= WIDE);
}

function kindOf(code: number): number {
  if (code < 128) return KINDS[code]!;
  if (code >= 0x2500 && code <= 0x259f) return BAR;
  return code === 0xa0 || code === 0x3000 ? SPACE : code >= 0xff08 && code <= 0xff1f ? 0 : LETTER;
}

/**
 * Reads a line once, in time linear in its length: where its numbers stand (slots), and a hash of everything else,
 * which is the same for lines of the same shape. One scanner is used again for every line.
 */
export class LineScanner {
  readonly starts = new Int32Array(MOST_SLOTS);
  readonly ends = new Int32Array(MOST_SLOTS);
  readonly kinds = new Uint8Array(MOST_SLOTS);
  count = 0;
  #text = '';
  #length = 0;
  #high = 0;
  #low = 0;

  /** The line that was read. */
  get text(): string {
    return this.#text;
  }

  /** The shape of the line: equal for lines that differ only in their numbers and in how far a bar is drawn. */
  scan(text: string): number {
    this.#text = text;
    this.#length = Math.min(text.length, LONGEST_LINE);
    this.count = 0;
    this.#high = 0x811c9dc5;
    this.#low = 0x9747b28c;
    let last = -1;
    for (let at = 0; at < this.#length;) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      if (kind === LETTER) at = this.#word(at);
      else if (kind === DIGIT || this.#signed(at, code)) at = this.#number(at);
      else {
        const sign = kind === SPACE ? 32 : kind === BAR ? 0x2588 : code;
        if (sign !== last) this.#mix(sign);
        last = sign;
        at++;
        continue;
      }
      last = -1;
    }
    return (this.#high >>> 0) * 0x200000 + (this.#low >>> 11);
  }

  /** The value in a slot; NaN for a clock. */
  value(slot: number): number {
    if (this.kinds[slot] !== NUMBER) return NaN;
    return numberOf(this.#text.slice(this.starts[slot], this.ends[slot]));
  }

  #mix(code: number): void {
    this.#high = Math.imul(this.#high ^ code, 0x01000193);
    this.#low = Math.imul(this.#low + code, 0x5bd1e995) ^ (this.#low >>> 15);
  }

  /** As `#mix` for each character; kept in locals, since most of a line goes through here. */
  #mixText(start: number, end: number): void {
    const text = this.#text;
    let high = this.#high;
    let low = this.#low;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low + code, 0x5bd1e995) ^ (low >>> 15);
    }
    this.#high = high;
    this.#low = low;
  }

  #slot(start: number, end: number, kind: number): void {
    this.#mix(kind === CLOCK ? 0x10001 : 0x10000);
    if (this.count === MOST_SLOTS) return;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count++] = kind;
  }

  /** A sign or a leading point that belongs to the number after it. */
  #signed(at: number, code: number): boolean {
    if (code !== MINUS && code !== PLUS && code !== POINT) return false;
    if (at > 0 && !mayPrecede(this.#text.charCodeAt(at - 1), code)) return false;
    const next = this.#text.charCodeAt(at + 1);
    if (code === POINT) return isDigit(next);
    return (
      isDigit(next === POINT ? this.#text.charCodeAt(at + 2) : next) || this.#isWordNumber(at + 1)
    );
  }

  /** Whether `nan` or `inf` stands at `at` as a word of its own. */
  #isWordNumber(at: number): boolean {
    return isWordNumber(this.#text.slice(at, Math.min(this.#wordEnd(at), at + 9)));
  }

  #wordEnd(at: number): number {
    let end = at;
    let isWide = false;
    for (; end < this.#length; end++) {
      const code = this.#text.charCodeAt(end);
      const kind = kindOf(code);
      if (kind !== LETTER && (kind !== DIGIT || isWide)) break;
      isWide = code >= WIDE;
    }
    return end;
  }

  /** Letters, digits and `_`; a number grown onto a counter's word (`epoch0`) is a slot, other digits are part of the name. */
  #word(start: number): number {
    const end = this.#wordEnd(start);
    const length = end - start;
    if (length > 8 || length < 3) return this.#name(start, end);
    const word = this.#text.slice(start, end);
    if (isWordNumber(word)) this.#slot(start, end, NUMBER);
    else if (start <= LAST_DATE_WORD && DATE_WORD.test(word)) this.#mix(0x10002);
    else return this.#name(start, end);
    return end;
  }

  #name(start: number, wordEnd: number): number {
    let end = wordEnd;
    const stem = this.#counterStem(start, end);
    if (stem > 0) {
      this.#mixText(start, stem);
      this.#slot(stem, end, NUMBER);
      return end;
    }
    end = this.#nameEnd(start, end);
    this.#mixText(start, end);
    return end;
  }

  /** Where the digits of `epoch12` begin; 0 where the word is no counter with a number. */
  #counterStem(start: number, end: number): number {
    let stem = end;
    while (stem > start && KINDS[this.#text.charCodeAt(stem - 1)] === DIGIT) stem--;
    if (stem === end || stem === start || stem - start > 10) return 0;
    const word = this.#text.slice(start, stem).toLowerCase();
    const isRank = this.#text[start - 1] === '[' && RANK_STEMS.has(word);
    return isRank || COUNTER_STEMS.has(word) ? stem : 0;
  }

  /** `BLEU-1`, `Acc@1` and `mAP@0.5` are names: the digits after `-` or `@` belong to them. */
  #nameEnd(start: number, end: number): number {
    const code = this.#text.charCodeAt(end);
    if (code === AT) return this.#thresholdEnd(end);
    if (code !== MINUS || COUNTER_STEMS.has(this.#text.slice(start, end).toLowerCase())) return end;
    let at = end + 1;
    while (at < this.#length && isDigit(this.#text.charCodeAt(at))) at++;
    return at === end + 1 || this.#text.charCodeAt(at) === POINT ? end : at;
  }

  /** Where what stands behind `@` ends: digits with `.`, `:` and `-` between them. */
  #thresholdEnd(end: number): number {
    let at = thresholdEnd(index => this.#text.charCodeAt(index), end + 1);
    while (at > end && !isDigit(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }

  #number(start: number): number {
    const text = this.#text;
    let end = clockEnd(text, start);
    if (end > 0) {
      this.#slot(start, end, CLOCK);
      return end;
    }
    end = Math.min(numberEnd(text, start), this.#length);
    this.#slot(start, end, NUMBER);
    return this.#unit(end);
  }

  /** Letters grown onto a number are its unit (`560ms`, `45s885ms`, `0x7fe6`): digits in it do not matter. */
  #unit(start: number): number {
    const end = this.#wordEnd(start);
    const isHex = this.#text[start] === 'x';
    for (let at = start; at < end && !isHex; at++) {
      const code = this.#text.charCodeAt(at);
      this.#mix(kindOf(code) === DIGIT ? 48 : code);
    }
    return end;
  }
}
