/* eslint-disable -- not run as it stands: `node scripts/kernel/make.mjs` compiles it to WebAssembly (compile.mjs) */
// Lines of free text along the paths of the shapes that are known (linePaths.ts), with the numbers that each asks for.
// It stops before a line that is on no path.

// The memory, in pages of 64 KiB; the places are those of lineKernel.ts.
const PAGES = 34;
const STOPPED = 0;
/** Where the runs of digits of a line begin and end, four bytes each. */
const STARTS = 24576;
const ENDS = 25600;
/** The first node by the first byte of a line. */
const ROOTS = 26624;
/**
 * What was read of each line: the place of its shape, with `SLOW` where its numbers are left; where it begins and ends;
 * which of the values is its first.
 */
const LINES = 28672;
const VALUES = 65536;
/** Room is left for the numbers of one more line. */
const VALUES_FULL = 325632;
const SLOW = 1073741824;

// A node: its kind, what belongs to it (of a literal its length and above that which of sixteen bytes are not of it), sixteen bytes, the node behind it, the node to try instead (0: none).
const LITERAL = 0;
const DIGITS = 1;
const FRACTION = 2;
const EXACT = 3;
const STAMPED = 4;
const BARS = 5;
const MORE = 6;
const LINE_END = 7;
const LONG = 8;

const LONGEST_LINE = 16384;
const LF = 10;
const CR = 13;

/** Where the digits from `at` on end. */
function digitsEnd(from: i32): i32 {
  let at: i32 = from;
  let found: i32 = 8;
  while (found === 8) {
    found = digitsIn(eightAt(at));
    at = at + found;
  }
  return at;
}

/** Where the bar characters (U+2500–U+259F) from `at` on end. */
function barEnd(from: i32): i32 {
  let at: i32 = from;
  while (load8(at) === 226) {
    let second: i32 = load8(at + 1);
    let third: i32 = load8(at + 2);
    if (second < 148 || second > 150 || third < 128) break;
    if (third > (second === 150 ? 159 : 191)) break;
    at = at + 3;
  }
  return at;
}

/** Whether digits that end at `at` end there for good: no date, time, fraction or grouped number goes on. */
function isApart(at: i32): i32 {
  let byte: i32 = load8(at);
  let joins: i32 = byte === 44 || byte === 45 || byte === 47 || byte === 58 ? 1 : 0;
  return joins === 0 || (load8(at + 1) ^ 48) > 9 ? 1 : 0;
}

/**
 * The numbers that a shape asks for, from `out` on: for each the first run with the offset from its start and the last
 * with that from its end. Says whether all of them were plain.
 */
function numbers(program: i32, count: i32, out: i32): i32 {
  let step: i32 = program;
  let put: i32 = out;
  let end: i32 = program + (count << 4);
  while (step < end) {
    let to: i32 = load32(ENDS + load32(step + 8)) + load32(step + 12);
    if (number(load32(STARTS + load32(step)) + load32(step + 4), put, 1) !== to) return 0;
    step = step + 16;
    put = put + 8;
  }
  return 1;
}

/**
 * Reads lines from `from` up to `to` (the byte before is an LF), at most `most` of them. Says how many; where it
 * stopped stands at `STOPPED`.
 */
export function lines(from: i32, to: i32, most: i32): i32 {
  let next: i32 = from;
  let count: i32 = 0;
  let out: i32 = VALUES;
  while (next < to && count < most && out < VALUES_FULL) {
    let at: i32 = next;
    let run: i32 = 0;
    let isWhole: i32 = 0;
    let node: i32 = load32(ROOTS + (load8(at) << 2));
    while (node !== 0) {
      let kind: i32 = load32(node);
      let start: i32 = at;
      if (kind === LITERAL) {
        let length: i32 = load32(node + 4);
        let same: i32 = topBits(sameBytes(load128(at), load128(node + 8))) | (length >> 8);
        if (same === 65535) {
          at = at + (length & 255);
          node = load32(node + 24);
          continue;
        }
      } else if (kind === DIGITS) {
        at = digitsEnd(at);
        if (at > start && isApart(at) !== 0) {
          store32(STARTS + run, start);
          store32(ENDS + run, at);
          run = run + 4;
          node = load32(node + 24);
          continue;
        }
      } else if (kind === FRACTION) {
        if (load8(at) === POINT && (load8(at + 1) ^ 48) <= 9) {
          at = digitsEnd(at + 1);
          store32(ENDS + run - 4, at);
          node = load32(node + 24);
          continue;
        }
      } else if (kind === LINE_END) {
        let byte: i32 = load8(at);
        if ((byte === LF || byte === CR) && at - next <= LONGEST_LINE) {
          isWhole = 1;
          break;
        }
      } else if (kind === EXACT) {
        at = digitsEnd(at);
        if (at - start === load32(node + 4)) {
          store32(STARTS + run, start);
          store32(ENDS + run, at);
          run = run + 4;
          node = load32(node + 24);
          continue;
        }
      } else if (kind === MORE) {
        let sign: i32 = load32(node + 4);
        while (load8(at) === sign) at = at + 1;
        if (at > start) {
          node = load32(node + 24);
          continue;
        }
      } else {
        at = kind === BARS ? barEnd(at) : digitsEnd(at);
        let found: i32 = kind === STAMPED && at - start !== 4 ? 0 : at - start;
        if (found > (kind === LONG ? 2 : 0)) {
          node = load32(node + 24);
          continue;
        }
      }
      at = start;
      node = load32(node + 28);
    }
    if (isWhole === 0) break;
    let shape: i32 = load32(node + 4);
    let first: i32 = (out - VALUES) >> 3;
    let asked: i32 = load32(node + 12);
    if (asked > 0) {
      if (numbers(load32(node + 8), asked, out) !== 0) out = out + (asked << 3);
      else shape = shape | SLOW;
    } else if (asked < 0) shape = shape | SLOW;
    let entry: i32 = LINES + (count << 4);
    store32(entry, shape);
    store32(entry + 4, next);
    store32(entry + 8, at);
    store32(entry + 12, first);
    count = count + 1;
    next = at + 1;
    if (load8(at) === CR && load8(next) === LF) next = next + 1;
  }
  store32(STOPPED, next);
  return count;
}
