import { POWERS } from './powersOfTen';
import { scaled } from './scaled';

const POINT = 46;
const MINUS = 45;
const PLUS = 43;
/** Digits that fit into a 30-bit integer. */
const WORD = 9;

/** Where the digits that begin at `from` end. */
function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at]! ^ 48) <= 9) at++;
  return at;
}

/** Where the number whose mantissa ends at `at` ends: after its exponent, if it has a whole one. */
function exponentEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to || (bytes[at]! | 32) !== 101) return at;
  const signed = at + 1 < to && (bytes[at + 1] === MINUS || bytes[at + 1] === PLUS);
  const digits = at + (signed ? 2 : 1);
  const end = digitsEnd(bytes, digits, to);
  return end === digits ? at : end;
}

/** The exponent written from `e` on, up to `end`; absurdly large ones count as 9999. */
function exponentAt(bytes: Uint8Array, e: number, end: number): number {
  const negative = bytes[e + 1] === MINUS;
  let value = 0;
  for (let at = e + 1; at < end; at++) {
    const digit = bytes[at]! ^ 48;
    if (digit <= 9 && value < 1000) value = value * 10 + digit;
  }
  return negative ? -value : value;
}

/** Any number by way of a string: what the arithmetic below is not sure of. */
function byString(bytes: Uint8Array, from: number, end: number): number {
  let text = '';
  for (let at = from; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return Number(text);
}

/** Where a number of more digits than two words hold ends. */
function longEnd(bytes: Uint8Array, at: number, to: number, hasPoint: boolean): number {
  let end = digitsEnd(bytes, at, to);
  if (!hasPoint && end < to && bytes[end] === POINT) end = digitsEnd(bytes, end + 1, to);
  return exponentEnd(bytes, end, to);
}

/**
 * Reads the longest decimal number that begins at `from` (`-12`, `.5`, `5.`, `+1.5e-3`) and puts it into `out[index]`,
 * bit for bit what `Number` makes of that text. Returns where it ends; `from` where no number begins, and
 * `out` is left alone then. Words (nan, inf), blanks and hexadecimals are no numbers here; what may follow
 * (`1.5abc`, `1e`) is the caller's to judge. Bytes from `to` on are not looked at. Makes no strings, except
 * for more than 18 digits, ties and extremes.
 */
// eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: every call in it would show in all readers
export function numberAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Float64Array,
  index: number,
): number {
  let at = from;
  let byte = at < to ? bytes[at]! : 0;
  const negative = byte === MINUS;
  if (negative || byte === PLUS) at++;
  const start = at;
  let first = 0; // the first nine digits
  let second = 0; // the next nine
  let digit: number;
  for (let stop = Math.min(to, at + WORD); at < stop && (digit = bytes[at]! ^ 48) <= 9; at++)
    first = (first * 10 + digit) | 0;
  let digits = at - start; // how many of both
  if (digits === WORD) {
    for (let stop = Math.min(to, at + WORD); at < stop && (digit = bytes[at]! ^ 48) <= 9; at++)
      second = (second * 10 + digit) | 0;
    digits = at - start;
  }
  let power = 0;
  const whole = digits;
  let point = -1;
  byte = at < to ? bytes[at]! : 0;
  if (byte === POINT) {
    point = at++;
    if (first === 0 && digits < WORD) {
      while (at < to && bytes[at] === 48) at++;
      digits = 0;
    }
    const skipped = at;
    for (
      let stop = Math.min(to, at + WORD - digits);
      at < stop && (digit = bytes[at]! ^ 48) <= 9;
      at++
    )
      first = (first * 10 + digit) | 0;
    digits += at - skipped;
    if (digits >= WORD) {
      const middle = at;
      for (
        let stop = Math.min(to, at + 2 * WORD - digits);
        at < stop && (digit = bytes[at]! ^ 48) <= 9;
        at++
      )
        second = (second * 10 + digit) | 0;
      digits += at - middle;
    }
    power = point + 1 - at;
    byte = at < to ? bytes[at]! : 0;
  }
  if (whole === 0 && (point < 0 || at === point + 1)) return from;
  let end = at;
  if ((byte ^ 48) <= 9) {
    end = longEnd(bytes, at, to, point >= 0);
    out[index] = byString(bytes, from, end);
    return end;
  }
  if ((byte | 32) === 101) {
    end = exponentEnd(bytes, at, to);
    if (end > at) power += exponentAt(bytes, at, end);
  }
  const tail = digits > WORD ? digits - WORD : 0;
  const high = first * POWERS[tail]!; // exact: at most 51 bits beside the factors of two
  const sum = high + second;
  let value = 0;
  if (sum !== 0) {
    value = scaled(sum, second - (sum - high), power);
    if (value !== value) {
      out[index] = byString(bytes, from, end);
      return end;
    }
  }
  out[index] = negative ? -value : value;
  return end;
}
