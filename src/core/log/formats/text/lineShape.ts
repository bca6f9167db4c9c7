import { COUNTER_STEMS } from './counterWords';

/** Numbers of a line that are noted; a line with more is read another way. */
export const MOST_RUNS = 1024;

const SIGN = 0;
const DIGIT = 1;
const LETTER = 2;
/** Part of a character outside ASCII. */
const HIGH = 3;
const END = 4;
const CONTROL = 5;

const CLASSES = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 128) CLASSES[byte] = HIGH;
  else if (/\d/.test(String.fromCharCode(byte))) CLASSES[byte] = DIGIT;
  else if (/[a-z_]/i.test(String.fromCharCode(byte))) CLASSES[byte] = LETTER;
}
CLASSES[10] = CLASSES[13] = END;
CLASSES[0] = CLASSES[8] = CLASSES[27] = CONTROL;

const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const COLON = 58;
const AT = 64;
const HEX = 120;

/** What joins the digits of a date, a time, a fraction or a grouped number. */
const JOINTS = new Uint8Array(256);
JOINTS[COMMA] = JOINTS[MINUS] = JOINTS[SLASH] = JOINTS[COLON] = 1;

/** Signs behind which a number begins, whatever stands in front of them. */
const FRESH = new Uint8Array(256);
for (let byte = 0; byte < 128; byte++) {
  const joins = JOINTS[byte] === 1 || byte === PLUS || byte === POINT;
  if (byte === 0 || (CLASSES[byte] === SIGN && !joins)) FRESH[byte] = 1;
}

// What is mixed into the hash beside bytes; no two may be the same.
const RUN = 0x101;
const LENGTH = 0x100000;
const DATE = 0x110;
const REPEATED = 0x102;
const BAR = 0x103;
const STAMP = 0x104;
const GROWN = 0x105;
const HEX_WORD = 0x106;
const DECIMALS = 0x107;

/** Lengths of digits from here on are all the same to dates, times and grouped numbers. */
const LONG = 9;
/** Day or month in front of the message: how far into the line it stands tells whether it is a date. In bytes. */
const LAST_DATE = 48;
const DATE_WORDS: ReadonlySet<number> = new Set(
  'Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map(word => (word.charCodeAt(0) << 16) | (word.charCodeAt(1) << 8) | word.charCodeAt(2)),
);

function isDateWord(bytes: Uint8Array, at: number): boolean {
  if (bytes[at]! > 90) return false;
  return DATE_WORDS.has((bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!);
}

/** How far into a line the stamp of glog (`I0821`) is looked for. */
const LAST_STAMP = 12;

const PRIME = 0x01000193;

/** Digits behind a word: part of a name; of the unit of the number before it; or it is not sure which. */
const NAME = 0;
const UNIT = 1;
const UNSURE = 2;

const STEMS: readonly Uint8Array[] = [...COUNTER_STEMS].map(stem => new TextEncoder().encode(stem));
const LONGEST_STEM = Math.max(...STEMS.map(stem => stem.length));

/** Whether a counter's word (`epoch`, `Step`) is all that stands from `from` to `to`. */
function isStem(bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (length < 1 || length > LONGEST_STEM) return false;
  return STEMS.some(stem => {
    if (stem.length !== length) return false;
    for (let at = 0; at < length; at++) {
      const byte = bytes[from + at]!;
      if ((byte >= 65 && byte <= 90 ? byte | 32 : byte) !== stem[at]) return false;
    }
    return true;
  });
}

function isWordByte(byte: number): boolean {
  const kind = CLASSES[byte]!;
  return kind === LETTER || kind === DIGIT || kind === HIGH;
}

/** Whether the four digits from `at` on are the rest of glog's stamp `I0821`. */
function isStamp(bytes: Uint8Array, from: number, at: number, end: number): boolean {
  const letter = bytes[at - 1]!;
  const isLevel = letter === 73 || letter === 87 || letter === 69 || letter === 70;
  if (end - at !== 4 || !isLevel || at - 1 - from > LAST_STAMP) return false;
  return (at - 1 === from || !isWordByte(bytes[at - 2]!)) && !isWordByte(bytes[end]!);
}

/** Where the bar characters (U+2500–U+259F) from `at` on end; `at` where there are none. */
function barEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] === 0xe2) {
    const second = bytes[end + 1]!;
    const third = bytes[end + 2]!;
    if (second < 0x94 || second > 0x96 || third < 0x80 || third > (second === 0x96 ? 0x9f : 0xbf))
      break;
    end += 3;
  }
  return end;
}

/** How what ends at `end` with a byte outside ASCII goes on: digits behind it are a number, or it is a blank or sign; else part of the word. */
function behindHigh(bytes: Uint8Array, from: number, end: number): number {
  const second = bytes[end - 2]!;
  if (end - 2 >= from && second === 0xc2 && bytes[end - 1] === 0xa0) return BLANK;
  const first = bytes[end - 3]!;
  if (end - 3 < from || first < 0xe3 || first > 0xef || second >> 6 !== 2) return JOINED;
  if (bytes[end - 1]! >> 6 !== 2) return JOINED;
  if (first === 0xe3 && second === 0x80 && bytes[end - 1] === 0x80) return BLANK;
  const isSign = first === 0xef && second === 0xbc;
  return isSign && bytes[end - 1]! >= 0x88 && bytes[end - 1]! <= 0x9f ? BLANK : WIDE;
}

const JOINED = 0;
const WIDE = 1;
const BLANK = 2;

/**
 * The shape of a line by its bytes, in one pass: a double hash of everything but the digits of its numbers, and
 * where those digits stand. Lines of one shape here are of one shape to `LineScanner`, with the same slots at the
 * same runs of digits; lines of one shape there may be of several here. Digits count (all of them, or how many
 * there are) wherever a scanner that knows dates, names and units could tell by them.
 */
export class LineShape {
  high = 0;
  low = 0;
  /** Runs of digits; only the first `MOST_RUNS` are noted. */
  runs = 0;
  /** Whether the line holds what is not text: escape sequences, backspaces, NUL bytes, byte order marks. Then its shape says nothing. */
  hasControl = false;
  readonly starts = new Int32Array(MOST_RUNS);
  readonly ends = new Int32Array(MOST_RUNS);

  /** Reads the line that begins at `from` and returns where it ends: the index of its CR or LF, which must be there. */
  // eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: it runs over every byte of a log
  scan(bytes: Uint8Array, from: number): number {
    const { starts, ends } = this;
    let high = 0x011c9dc5;
    let low = 0x2545f491;
    let runs = 0;
    let at = from;
    let word = from; // where the word began that ends at wordEnd
    let wordEnd = -1;
    let state = NAME;
    let plainEnd = -1; // digits that end here make one number with a point and digits behind them
    let unitAt = -1; // letters here are a unit, for sure
    let unsureAt = -1; // letters here may be one
    let wideEnd = -1; // digits here are a number, though a word ends here
    let hasControl = false;
    for (;;) {
      let byte = bytes[at]!;
      const kind = CLASSES[byte]!;
      if (kind === LETTER) {
        if (wordEnd !== at) {
          word = at;
          // `12.` is a number too, and what follows its unit.
          const point = at > from && bytes[at - 1] === POINT ? at - 1 : at;
          if (unitAt === at || plainEnd === point) state = UNIT;
          else if (unsureAt === at || (point < at && unsureAt === point)) state = UNSURE;
          else state = NAME;
          if (state === UNIT && byte === HEX) {
            do at++;
            while (CLASSES[bytes[at]!] === LETTER || CLASSES[bytes[at]!] === DIGIT);
            high = Math.imul(high ^ HEX_WORD, PRIME);
            low = (Math.imul(low, 31) + HEX_WORD) | 0;
            wordEnd = at;
            state = UNSURE;
            continue;
          }
        }
        const first = at;
        do {
          high = Math.imul(high ^ byte, PRIME);
          low = (Math.imul(low, 31) + byte) | 0;
          byte = bytes[++at]!;
        } while (CLASSES[byte] === LETTER);
        wordEnd = at;
        if (at - first === 3 && first - from <= LAST_DATE && isDateWord(bytes, first)) {
          high = Math.imul(high ^ (DATE + first - from), PRIME);
          low = (Math.imul(low, 31) + (DATE + first - from)) | 0;
        }
      } else if (kind === SIGN) {
        const first = at;
        do at++;
        while (bytes[at] === byte);
        high = Math.imul(high ^ byte, PRIME);
        low = (Math.imul(low, 31) + byte) | 0;
        if (at - first > 1) {
          high = Math.imul(high ^ REPEATED, PRIME);
          low = (Math.imul(low, 31) + REPEATED) | 0;
        } else if (byte === AT && wordEnd === first) {
          // `mAP@0.5:.95` is a name.
          for (
            byte = bytes[at]!;
            (byte >= 48 && byte <= COLON) || byte === POINT || byte === MINUS;
            byte = bytes[++at]!
          ) {
            high = Math.imul(high ^ byte, PRIME);
            low = (Math.imul(low, 31) + byte) | 0;
          }
          wordEnd = at;
          state = UNSURE;
        }
      } else if (kind === DIGIT) {
        const start = at;
        do at++;
        while (CLASSES[bytes[at]!] === DIGIT);
        const before = start > from ? bytes[start - 1]! : 0;
        let mark = RUN;
        let length = 0;
        let isName = false;
        if (wordEnd === start && wideEnd !== start) {
          if (state === UNIT) {
            mark = GROWN;
            length = at - start;
            wordEnd = at;
          } else if (state === NAME && isStamp(bytes, from, start, at)) {
            high = Math.imul(high ^ STAMP, PRIME);
            low = (Math.imul(low, 31) + STAMP) | 0;
            wordEnd = at;
            state = UNSURE;
            continue;
          } else if (
            state === NAME &&
            (at - start !== 4 || start - word > 1) &&
            isStem(bytes, word, start) &&
            !isWordByte(bytes[at]!)
          ) {
            unsureAt = at;
          } else isName = true;
        } else if (FRESH[before] === 1) {
          plainEnd = unitAt = at;
          if (JOINTS[bytes[at]!] === 1 && CLASSES[bytes[at + 1]!] === DIGIT)
            length = Math.min(at - start, LONG);
        } else {
          const isSign = before === MINUS || before === PLUS;
          const earlier = start - 1 > from ? CLASSES[bytes[start - 2]!]! : SIGN;
          let isJoined = before === POINT;
          if (earlier === DIGIT && (isSign || JOINTS[before] === 1)) {
            isJoined = true;
            isName = before === MINUS && wordEnd === start - 1;
          } else if (isSign && (earlier === LETTER || earlier === HIGH)) {
            // `BLEU-1` is a name; `epoch-1`, `gap-0.1` and `1e-5` are not.
            if (before === MINUS) {
              if (earlier === HIGH || wordEnd !== start - 1 || state === UNSURE) isName = true;
              else if (state === NAME) {
                isName = bytes[at] !== POINT && !isStem(bytes, word, start - 1);
                plainEnd = at;
              }
            }
          } else if (!isJoined) plainEnd = at;
          if (isJoined || (JOINTS[bytes[at]!] === 1 && CLASSES[bytes[at + 1]!] === DIGIT))
            length = Math.min(at - start, LONG);
          if (isJoined) unsureAt = at;
          else unitAt = at;
        }
        if (isName) {
          for (let digit = start; digit < at; digit++) {
            high = Math.imul(high ^ bytes[digit]!, PRIME);
            low = (Math.imul(low, 31) + bytes[digit]!) | 0;
          }
          if (wordEnd !== start) state = UNSURE;
          wordEnd = at;
          continue;
        }
        if (plainEnd === at && bytes[at] === POINT && CLASSES[bytes[at + 1]!] === DIGIT) {
          // How many decimals there are tells nothing.
          do at++;
          while (CLASSES[bytes[at]!] === DIGIT);
          mark = DECIMALS;
          unitAt = at;
        }
        if (runs < MOST_RUNS) {
          starts[runs] = start;
          ends[runs] = at;
        }
        runs++;
        high = Math.imul(high ^ mark, PRIME);
        low = (Math.imul(low, 31) + mark) | 0;
        if (length > 0) {
          high = Math.imul(high ^ (LENGTH + length), PRIME);
          low = (Math.imul(low, 31) + (LENGTH + length)) | 0;
        }
      } else if (kind === HIGH) {
        const end = barEnd(bytes, at);
        if (end > at) {
          at = end;
          high = Math.imul(high ^ BAR, PRIME);
          low = (Math.imul(low, 31) + BAR) | 0;
          continue;
        }
        if (byte === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) {
          hasControl = true;
          at += 3;
          continue;
        }
        high = Math.imul(high ^ byte, PRIME);
        low = (Math.imul(low, 31) + byte) | 0;
        at++;
        const next = behindHigh(bytes, from, at);
        if (next !== BLANK) {
          wordEnd = at;
          state = UNSURE;
          if (next === WIDE) wideEnd = at;
        }
      } else if (kind === END) break;
      else {
        hasControl = true;
        at++;
      }
    }
    this.high = high;
    this.low = low;
    this.runs = runs;
    this.hasControl = hasControl;
    return at;
  }
}
