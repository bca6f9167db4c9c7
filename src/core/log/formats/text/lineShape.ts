import {
  SIGN,
  DIGIT,
  LETTER,
  HIGH,
  END,
  CLASSES,
  PLUS,
  MINUS,
  POINT,
  AT,
  HEX,
  JOINTS,
  FRESH,
  RUN,
  LENGTH,
  DATE,
  REPEATED,
  BAR,
  STAMP,
  GROWN,
  HEX_WORD,
  DECIMALS,
} from './lineBytes';
import {
  LAST_DATE,
  isDateWord,
  isStem,
  isWordByte,
  isStamp,
  barEnd,
  behindHigh,
  WIDE,
  BLANK,
} from './wordBytes';
import { thresholdEnd } from './thresholds';

/** Numbers of a line that are noted; a line with more is read another way. */
export const MOST_RUNS = 1024;
/** Lengths of digits from here on are all the same to dates, times and grouped numbers. */
const LONG = 9;
const PRIME = 0x01000193;
/** Digits behind a word: part of a name; of the unit of the number before it; or it is not sure which. */
const NAME = 0;
const UNIT = 1;
const UNSURE = 2;

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
  /** Whether the line holds escape sequences, backspaces, NUL bytes or byte order marks: then its shape says nothing. */
  hasControl = false;
  readonly starts = new Int32Array(MOST_RUNS);
  readonly ends = new Int32Array(MOST_RUNS);
  /** For each run whether the number of its digits is part of the shape. */
  readonly counted = new Uint8Array(MOST_RUNS);
  /** Reads the line that begins at `from` and returns where it ends: the index of its CR or LF, which must be there. */
  // eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: it runs over every byte of a log
  scan(bytes: Uint8Array, from: number): number {
    const { starts, ends, counted } = this;
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
          else if (unsureAt === at || unsureAt === point) state = UNSURE;
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
          for (const end = thresholdEnd(index => bytes[index]!, at); at < end; at++) {
            high = Math.imul(high ^ bytes[at]!, PRIME);
            low = (Math.imul(low, 31) + bytes[at]!) | 0;
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
          counted[runs] = length;
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
