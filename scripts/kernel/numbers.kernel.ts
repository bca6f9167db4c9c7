/* eslint-disable -- not run as it stands: `node scripts/kernel/make.mjs` compiles it to WebAssembly (compile.mjs) */
// Numbers from their bytes to doubles: what all kernels share. Whatever is not surely right is left to JavaScript.
type i32 = number;
type i64 = bigint;
type f64 = number;
/** Sixteen bytes, or eight integers of 16 bits, or four of 32. */
type v128 = object;
declare function load8(at: i32): i32;
declare function load32(at: i32): i32;
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
/** How many zeros a number ends with. */
declare function trailing(value: i32): i32;
declare function load128(at: i32): v128;
/** The bytes at these places; 0 where a place is beyond the sixteen. */
declare function swizzled(bytes: v128, places: v128): v128;
declare function lowHalf(value: v128): i64;
declare function sameBytes(a: v128, b: v128): v128;
declare function lessBytes(a: v128, b: v128): v128;
/** The top bit of each byte. */
declare function topBits(value: v128): i32;
declare function minusBytes(a: v128, b: v128): v128;
/** Integers of 32 bits as such of 16. */
declare function narrowed(low: v128, high: v128): v128;
declare function shiftedShorts(value: v128, by: i32): v128;
declare function timesShorts(a: v128, b: v128): v128;
/** The products of shorts, each two neighbours added. */
declare function dotShorts(a: v128, b: v128): v128;

// Where the tables stand in the memory: the places are those of numberTables.ts.
const POWERS = 4096;
const POWER_TAILS = 8192;
const INVERSES = 12288;
const POWER_HALVES = 16384;
const LARGEST_POWER = 270;
/** 10^n for n from 0 to 16, as 64-bit integers. */
const TENS = 20480;
/** The upper 64 bits of 10^n for n from -40 to 40, the first of them set; cut off, not rounded. */
const MANTISSAS = 20736;
const LARGEST_MANTISSA = 40;
/** For n from 0 to 16 the places that bring the first n of sixteen bytes to their end. */
const PLACES = 21504;
/** Sixteen times the digit 0, and ten; what digits, pairs and fours of them are multiplied by (`decimalOf`). */
const ZEROS = 21776;
const ELEVENS = 21792;
const PAIRS = 21808;
const FOURS = 21824;
const EIGHTS = 21840;

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

/** Eight bytes, of which digits have become their values. */
function eightAt(at: i32): i64 {
  return load64(at) ^ 3472328296227680304n;
}

/** How many of eight bytes are digits, up to the first that is none. */
function digitsIn(eight: i64): i32 {
  return (
    narrow(trailingZeros(((eight + 8536140394893047414n) | eight) & -9187201950435737472n)) >> 3
  );
}

/** The number that the first `count` of eight digits are. */
function numberOf(eight: i64, count: i32): i64 {
  // Those that are not of it are shifted out, in two halves: by 64 nothing would be.
  let half: i64 = wide(32 - (count << 2));
  let word: i64 = (eight << half) << half;
  word = word * 10n + shifted(word, 8n);
  return shifted(
    (word & 1095216660735n) * 4294967296000100n +
      (shifted(word, 16n) & 1095216660735n) * 42949672960001n,
    32n,
  );
}

/** Sixteen bytes, of which digits have become their values. */
function sixteenAt(at: i32): v128 {
  return minusBytes(load128(at), load128(ZEROS));
}

/** How many of sixteen bytes are digits, up to the first that is none. */
function digitsOf(sixteen: v128): i32 {
  return trailing(topBits(lessBytes(sixteen, load128(ELEVENS))) ^ -1);
}

/** The number that the first `count` of sixteen digits are. */
function decimalOf(sixteen: v128, count: i32): i64 {
  let ends: v128 = swizzled(sixteen, load128(PLACES + (count << 4)));
  let pairs: v128 = shiftedShorts(timesShorts(ends, load128(PAIRS)), 8);
  let fours: v128 = dotShorts(pairs, load128(FOURS));
  let eights: i64 = lowHalf(dotShorts(narrowed(fours, fours), load128(EIGHTS)));
  return (eights & 4294967295n) * 100000000n + shifted(eights, 32n);
}

/**
 * Puts the number at `from` to `out`; says where it ends, 0 if it is none or not for the fast way. `padded`: whether it
 * may begin with zeros (`007`), as no number of JSON does.
 */
function number(from: i32, out: i32, padded: i32): i32 {
  let at: i32 = from;
  if (load8(at) === MINUS) at = at + 1;
  let digits: i64 = 0n;
  let count: i32 = 0;
  let sixteen: v128 = load128(at);
  let found: i32 = 1;
  // Most numbers have one digit in front of their point.
  if ((load8(at) ^ 48) <= 9 && load8(at + 1) === POINT) {
    digits = wide(load8(at) ^ 48);
    count = 1;
    at = at + 1;
  } else {
    sixteen = sixteenAt(at);
    count = digitsOf(sixteen);
    // `.5` is left: JSON has no such number.
    if (count === 0) return 0;
    if (padded === 0 && count > 1 && load8(at) === 48) return 0;
    digits = decimalOf(sixteen, count);
    at = at + count;
    if (count === 16) {
      found = digitsIn(eightAt(at));
      if (found > 2) return 0;
      digits = digits * load64(TENS + (found << 3)) + numberOf(eightAt(at), found);
      count = count + found;
      at = at + found;
    }
  }
  let power: i32 = 0;
  if (load8(at) === POINT) {
    at = at + 1;
    let point: i32 = at;
    if (digits === 0n) {
      count = 0;
      while (load8(at) === 48) at = at + 1;
    }
    sixteen = sixteenAt(at);
    found = digitsOf(sixteen);
    digits = digits * load64(TENS + (found << 3)) + decimalOf(sixteen, found);
    count = count + found;
    at = at + found;
    if (found === 16) {
      found = digitsIn(eightAt(at));
      digits = digits * load64(TENS + (found << 3)) + numberOf(eightAt(at), found);
      count = count + found;
      at = at + found;
    }
    if (count > MOST_DIGITS) return 0;
    power = point - at;
    if (power === 0) return 0;
  }
  let digit: i32 = load8(at) ^ 48;
  if (((digit ^ 48) | 32) === 101) {
    at = at + 1;
    let sign: i32 = load8(at);
    if (sign === MINUS || sign === 43) at = at + 1;
    let start: i32 = at;
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
