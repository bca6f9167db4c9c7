/* eslint-disable -- not run as it stands: `node scripts/kernel/make.mjs` compiles it to WebAssembly (compile.mjs) */
// Rows of a table from their bytes to columns of doubles, as long as they are plain and have one pattern of filled
// cells. What is not, it leaves where it is: numberRows.ts reads that row and says what comes next.

// The memory, in pages of 64 KiB; the places are those of rowKernel.ts.
const PAGES = 14;
const STOPPED = 0;
const PROGRAM = 64;
const COLUMNS = 24576;

// What a row is expected to hold: pairs of bytes, a kind and how many delimiters follow. `PLACED` is a number that goes
// into the column that follows, `LITERAL` so many bytes, which follow in a field of eight.
const EMPTY = 0;
const VALUE = 1;
const AXIS = 2;
const PLACED = 4;
const LITERAL = 5;

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const HASH = 35;

/**
 * Reads rows from `from` up to `to` (the byte before is an LF), at most `most` of them, into columns of `most` doubles.
 * `programEnd`: where the program ends; `delimiters`: eight of them. Says how many rows it read; where it
 * stopped stands at `STOPPED`.
 */
export function rows(from: i32, to: i32, programEnd: i32, delimiter: i32, most: i32): i32 {
  let next: i32 = from;
  let count: i32 = 0;
  let delimiters: i64 = wide(delimiter) * 72340172838076673n;
  let isPlain: i32 = 1;
  while (isPlain !== 0 && next < to && count < most) {
    let at: i32 = next;
    let byte: i32 = load8(at);
    if (byte === HASH || byte === BLANK) break;
    let out: i32 = COLUMNS + (count << 3);
    let step: i32 = PROGRAM;
    while (step < programEnd) {
      let kind: i32 = load8(step);
      let following: i32 = load8(step + 1);
      step = step + 2;
      if (kind === EMPTY) {
        // So many delimiters in a row, up to eight.
        if ((load64(at) ^ delimiters) << wide(64 - (following << 3)) !== 0n) {
          isPlain = 0;
          break;
        }
        at = at + following;
        continue;
      }
      if (kind === LITERAL) {
        if ((load64(at) ^ load64(step)) << wide(64 - (following << 3)) !== 0n) {
          isPlain = 0;
          break;
        }
        at = at + following;
        step = step + 8;
        continue;
      }
      if (kind === PLACED) {
        at = number(at, COLUMNS + ((count + following * most) << 3), 0);
        if (at !== 0) continue;
        isPlain = 0;
        break;
      }
      byte = load8(at);
      if (kind <= AXIS) {
        while (byte === BLANK) {
          at = at + 1;
          byte = load8(at);
        }
        if (kind === AXIS && (byte === delimiter || byte === LF || byte === CR))
          storeF64(out, 0.0 / 0.0);
        else {
          at = number(at, out, 0);
          byte = load8(at);
          if (at === 0) {
            isPlain = 0;
            break;
          }
        }
        out = out + (most << 3);
        while (byte === BLANK) {
          at = at + 1;
          byte = load8(at);
        }
      } else {
        while (byte !== delimiter && byte >= BLANK && byte !== QUOTE) {
          at = at + 1;
          byte = load8(at);
        }
      }
      if (following !== 0) {
        if (byte !== delimiter) {
          isPlain = 0;
          break;
        }
        at = at + 1;
      }
    }
    byte = load8(at);
    if (byte === CR) {
      at = at + 1;
      byte = load8(at);
    }
    if (byte !== LF) break;
    if (isPlain !== 0) {
      next = at + 1;
      count = count + 1;
    }
  }
  store32(STOPPED, next);
  return count;
}
