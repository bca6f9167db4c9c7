/* eslint-disable -- not run as it stands: `node scripts/kernel/make.mjs` compiles it to WebAssembly (compile.mjs) */
// Rows of a table from their bytes to columns of doubles, as long as they are plain and have one pattern of filled
// cells. What is not, it leaves where it is: numberRows.ts reads that row and says what comes next.
type i32 = number;
type i64 = bigint;
type f64 = number;
declare function load8(at: i32): i32;
declare function load64(at: i32): i64;
declare function loadF64(at: i32): f64;
declare function store32(at: i32, value: i32): void;
declare function storeF64(at: i32, value: f64): void;
declare function wide(value: i32): i64;
declare function double(value: i64): f64;
declare function trailingZeros(value: i64): i64;
declare function leadingZeros(value: i64): i64;
declare function narrow(value: i64): i32;
/** The double that has these bits. */
declare function bits(value: i64): f64;
/** Shifted to the right, zeros coming in. */
declare function shifted(value: i64, by: i64): i64;
declare function whole(value: f64): i64;

// The memory, in pages of 64 KiB; the places are those of rowKernel.ts.
const PAGES = 14;
const STOPPED = 0;
const PROGRAM = 64;
const POWERS = 4096;
const POWER_TAILS = 8192;
const INVERSES = 12288;
const POWER_HALVES = 16384;
const LARGEST_POWER = 270;
/** 10^n for n from 0 to 8, as 64-bit integers. */
const TENS = 20480;
/** The upper 64 bits of 10^n for n from -40 to 40, the first of them set; cut off, not rounded. */
const MANTISSAS = 20736;
const LARGEST_MANTISSA = 40;
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
const MINUS = 45;
const POINT = 46;
const MOST_DIGITS = 18;
const LONGEST_NUMBER = 64;
const EXACT_POWER = 22;
const MAX_SAFE_INTEGER = 9007199254740991n;

/**
 * The double nearest to `digits * 10^power` (Lemire 2021, "Number parsing at a gigabyte per second"), with 64 bits of the
 * power; NaN where they do not tell.
 */
function nearest(digits: i64, power: i32): f64 {
  if (power > LARGEST_MANTISSA || power < -40) return 0.0 / 0.0;
  let shift: i64 = leadingZeros(digits);
  let whole: i64 = digits << shift;
  let ten: i64 = load64(MANTISSAS + ((power + LARGEST_MANTISSA) << 3));
  let wholeHigh: i64 = shifted(whole, 32n);
  let wholeLow: i64 = whole & 4294967295n;
  let tenHigh: i64 = shifted(ten, 32n);
  let tenLow: i64 = ten & 4294967295n;
  let middle: i64 = wholeHigh * tenLow + shifted(wholeLow * tenLow, 32n);
  let other: i64 = wholeLow * tenHigh + (middle & 4294967295n);
  let high: i64 = wholeHigh * tenHigh + shifted(middle, 32n) + shifted(other, 32n);
  // What was cut off may carry, or it is a tie.
  let rest: i64 = high & 511n;
  if (rest === 511n || rest === 0n) return 0.0 / 0.0;
  let top: i64 = shifted(high, 63n);
  let mantissa: i64 = shifted(high, top + 9n);
  mantissa = (mantissa + (mantissa & 1n)) >> 1n;
  // 217706 / 2^16 is the logarithm of ten to the base of two.
  let exponent: i64 = wide(((217706 * power) >> 16) + 1086) + top - shift;
  // A mantissa rounded up to 2^53 carries into the exponent by itself.
  return bits((exponent << 52n) + mantissa - 4503599627370496n);
}

/** `scaled` of scaled.ts, for whole numbers of 63 bits; NaN where it is not sure. */
function scaled(digits: i64, power: i32): f64 {
  let high: f64 = double(digits);
  if (power === 0) return high;
  let n: i32 = (power < 0 ? 0 - power : power) << 3;
  if (n > LARGEST_POWER << 3) return 0.0 / 0.0;
  let ten: f64 = loadF64(POWERS + n);
  if (digits <= MAX_SAFE_INTEGER && n <= EXACT_POWER << 3)
    return power < 0 ? high / ten : high * ten;
  let low: f64 = double(digits - whole(high));
  let half: f64 = loadF64(POWER_HALVES + n);
  let rest: f64 = ten - half;
  let tail: f64 = loadF64(POWER_TAILS + n);
  let value: f64 = power < 0 ? high / ten : high * ten;
  // Dekker's product of `factor` and ten, and what rounding took from it.
  let factor: f64 = power < 0 ? value : high;
  let product: f64 = factor * ten;
  let split: f64 = factor * 134217729;
  let upper: f64 = split - (split - factor);
  let lower: f64 = factor - upper;
  let lost: f64 = lower * rest - (product - upper * half - lower * half - upper * rest);
  let error: f64 = 0;
  if (power < 0) error = (high - product - lost + low - value * tail) * loadF64(INVERSES + n);
  else error = lost + (high * tail + low * ten);
  let unsure: f64 = value * 7.888609052210118e-31;
  let sum: f64 = value + (error + unsure);
  if (sum === value + (error - unsure)) return sum;
  return 0.0 / 0.0;
}

/** Puts the number at `from` to `out`; says where it ends, 0 if it is none or not for the fast way. */
function number(from: i32, out: i32): i32 {
  let at: i32 = from;
  if (load8(at) === MINUS) at = at + 1;
  let start: i32 = at;
  let digits: i64 = 0n;
  let digit: i32 = load8(at) ^ 48;
  while (digit <= 9) {
    digits = digits * 10n + wide(digit);
    at = at + 1;
    digit = load8(at) ^ 48;
  }
  let count: i32 = at - start;
  // `.5` and `05` are left: JSON has no such numbers.
  if (count === 0 || count > MOST_DIGITS || (count > 1 && load8(start) === 48)) return 0;
  let power: i32 = 0;
  if ((digit ^ 48) === POINT) {
    at = at + 1;
    let point: i32 = at;
    if (digits === 0n) {
      count = 0;
      while (load8(at) === 48) at = at + 1;
    }
    start = at;
    // Eight digits at a time; of the last, as many as there are.
    let found: i32 = 8;
    while (found === 8) {
      let word: i64 = load64(at) ^ 3472328296227680304n;
      found =
        narrow(trailingZeros(((word + 8536140394893047414n) | word) & -9187201950435737472n)) >> 3;
      // Those that are no digits are shifted out, in two halves: by 64 nothing would be.
      let half: i64 = wide(32 - (found << 2));
      word = (word << half) << half;
      word = word * 10n + shifted(word, 8n);
      digits =
        digits * load64(TENS + (found << 3)) +
        shifted(
          (word & 1095216660735n) * 4294967296000100n +
            (shifted(word, 16n) & 1095216660735n) * 42949672960001n,
          32n,
        );
      at = at + found;
      if (at - start > MOST_DIGITS) return 0;
    }
    digit = load8(at) ^ 48;
    count = count + at - start;
    if (count > MOST_DIGITS) return 0;
    power = point - at;
    if (power === 0) return 0;
  }
  if (((digit ^ 48) | 32) === 101) {
    at = at + 1;
    let sign: i32 = load8(at);
    if (sign === MINUS || sign === 43) at = at + 1;
    start = at;
    let exponent: i32 = 0;
    digit = load8(at) ^ 48;
    while (digit <= 9 && at - start < 5) {
      exponent = exponent * 10 + digit;
      at = at + 1;
      digit = load8(at) ^ 48;
    }
    if (at === start || at - start > 4) return 0;
    power = power + (sign === MINUS ? 0 - exponent : exponent);
  }
  if (at - from > LONGEST_NUMBER) return 0;
  let value: f64 = 0;
  let down: i32 = 0 - power;
  if (digits <= MAX_SAFE_INTEGER && down >= 0 && down <= EXACT_POWER)
    value = double(digits) / loadF64(POWERS + (down << 3));
  else if (digits !== 0n) {
    value = nearest(digits, power);
    if (value !== value) value = scaled(digits, power);
    if (value !== value) return 0;
  }
  storeF64(out, load8(from) === MINUS ? -value : value);
  return at;
}

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
        at = number(at, COLUMNS + ((count + following * most) << 3));
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
          at = number(at, out);
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
