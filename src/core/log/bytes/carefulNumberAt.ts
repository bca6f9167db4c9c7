import { digitsEnd, exponentAt, exponentEnd } from './exponent';
import { POWERS } from './powersOfTen';
import { scaled } from './scaled';

const POINT = 46;
const MINUS = 45;
const PLUS = 43;
/** Digits that fit into a 30-bit integer. */
const WORD = 9;

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

/** `numberAt` for numbers of any length up to the last byte: each byte is compared with the end. */
// eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: every call in it would show in all readers
export function carefulNumberAt(
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
