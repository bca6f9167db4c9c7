/* eslint-disable -- not run as it stands: `node scripts/kernel/make.mjs` compiles it to WebAssembly (compile.mjs) */
// Rows of a table from their bytes to columns of doubles, as long as they are plain and have a pattern of filled cells that
// is known. What is not, it leaves where it is: numberRows.ts reads that row and says what comes next.

// The memory, in pages of 64 KiB; the places are those of rowKernel.ts.
const PAGES = 15;
const STOPPED = 0;
/** How many runs there are. */
const RUNS_COUNT = 4;
/** For each program where it ends, and which one had the row behind the last of its own; four bytes each. */
const ENDS = 64;
const FOLLOWING = 128;
/** Runs of rows of one program: which, and how many; four bytes each. */
const RUNS = 24576;
/** The programs, each with as much room. */
const PROGRAMS = 32768;
const PROGRAM_BITS = 12;
const COLUMNS = 65536;

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
 * Reads the row at `start` by a program into the places from `row` on, which are `width` bytes apart; says where the next
 * row begins, 0 if it is no such row.
 */
function rowAt(start: i32, program: i32, row: i32, width: i32, delimiters: i64): i32 {
  let at: i32 = start;
  let out: i32 = row;
  let step: i32 = PROGRAMS + (program << PROGRAM_BITS);
  let end: i32 = load32(ENDS + (program << 2));
  let delimiter: i32 = narrow(delimiters & 255n);
  let byte: i32 = 0;
  while (step < end) {
    let kind: i32 = load8(step);
    let following: i32 = load8(step + 1);
    step = step + 2;
    if (kind === EMPTY) {
      // So many delimiters in a row, up to eight.
      if ((load64(at) ^ delimiters) << wide(64 - (following << 3)) !== 0n) return 0;
      at = at + following;
      continue;
    }
    if (kind <= AXIS) {
      byte = load8(at);
      while (byte === BLANK) {
        at = at + 1;
        byte = load8(at);
      }
      if (kind === AXIS && (byte === delimiter || byte === LF || byte === CR))
        storeF64(out, 0.0 / 0.0);
      else {
        at = number(at, out, 0);
        if (at === 0) return 0;
        byte = load8(at);
      }
      out = out + width;
      while (byte === BLANK) {
        at = at + 1;
        byte = load8(at);
      }
    } else if (kind === LITERAL) {
      if ((load64(at) ^ load64(step)) << wide(64 - (following << 3)) !== 0n) return 0;
      at = at + following;
      step = step + 8;
      continue;
    } else if (kind === PLACED) {
      at = number(at, row + following * width, 0);
      if (at === 0) return 0;
      continue;
    } else {
      byte = load8(at);
      while (byte !== delimiter && byte >= BLANK && byte !== QUOTE) {
        at = at + 1;
        byte = load8(at);
      }
    }
    if (following !== 0) {
      if (byte !== delimiter) return 0;
      at = at + 1;
    }
  }
  byte = load8(at);
  if (byte === CR) {
    at = at + 1;
    byte = load8(at);
  }
  return byte === LF ? at + 1 : 0;
}

/**
 * Reads rows from `from` up to `to` (the byte before is an LF), at most `most` of them, into columns of `most` doubles.
 * `programs`: how many there are, of which `first` is tried first; `delimiter`: it eight times, or 0. Says how many
 * rows it read; where it stopped and the runs stand in the memory.
 */
export function rows(
  from: i32,
  to: i32,
  programs: i32,
  first: i32,
  delimiter: i32,
  most: i32,
): i32 {
  let next: i32 = from;
  let count: i32 = 0;
  let delimiters: i64 = wide(delimiter) * 72340172838076673n;
  let width: i32 = most << 3;
  let program: i32 = first;
  let run: i32 = RUNS;
  let begun: i32 = 0;
  while (next < to && count < most) {
    let byte: i32 = load8(next);
    if (byte === HASH || byte === BLANK) break;
    let row: i32 = COLUMNS + (count << 3);
    let end: i32 = rowAt(next, program, row, width, delimiters);
    if (end === 0) {
      // The program that came behind this one the last time, then all of them.
      let other: i32 = load32(FOLLOWING + (program << 2));
      let tried: i32 = 0;
      if (other < programs && other !== program) end = rowAt(next, other, row, width, delimiters);
      while (end === 0 && tried < programs) {
        other = tried;
        if (other !== program) end = rowAt(next, other, row, width, delimiters);
        tried = tried + 1;
      }
      if (end === 0) break;
      store32(FOLLOWING + (program << 2), other);
      if (count > begun) {
        store32(run, program);
        store32(run + 4, count - begun);
        run = run + 8;
      }
      begun = count;
      program = other;
    }
    next = end;
    count = count + 1;
  }
  if (count > begun) {
    store32(run, program);
    store32(run + 4, count - begun);
    run = run + 8;
  }
  store32(STOPPED, next);
  store32(RUNS_COUNT, (run - RUNS) >> 3);
  return count;
}
