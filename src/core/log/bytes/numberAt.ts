import { carefulNumberAt } from './carefulNumberAt';
import { exponentAt, exponentEnd } from './exponent';
import { EXACT_POWER, POWERS } from './powersOfTen';
import { scaled } from './scaled';

const MINUS = 45;
const POINT = 46;
/** Digits that fit into a 30-bit integer. */
const WORD = 9;
/** More bytes than the fast way looks at. */
const ROOM = 40;

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
  if (to - from < ROOM) return carefulNumberAt(bytes, from, to, out, index);
  const negative = bytes[from] === MINUS;
  const start = negative ? from + 1 : from;
  let at = start;
  let first = 0; // the first nine digits
  let digit = bytes[at]! ^ 48;
  for (const stop = start + WORD; digit <= 9; digit = bytes[at]! ^ 48) {
    first = (first * 10 + digit) | 0;
    if (++at > stop) return carefulNumberAt(bytes, from, to, out, index);
  }
  if (at === start || at - start > WORD) return carefulNumberAt(bytes, from, to, out, index);
  let second = 0; // the next nine
  let tail = 0; // how many of them
  let power = 0;
  if ((digit ^ 48) === POINT) {
    const point = at++;
    if (first === 0) while (bytes[at] === 48 && at < point + WORD) at++;
    let stop = first === 0 ? at + WORD : start + WORD + 1;
    for (; at + 4 <= stop; at += 4) {
      const a = bytes[at]! ^ 48;
      const b = bytes[at + 1]! ^ 48;
      const c = bytes[at + 2]! ^ 48;
      const d = bytes[at + 3]! ^ 48;
      if (((a + 6) | (b + 6) | (c + 6) | (d + 6)) > 15) break;
      first = (first * 10_000 + a * 1000 + b * 100 + c * 10 + d) | 0;
    }
    for (digit = bytes[at]! ^ 48; digit <= 9 && at < stop; digit = bytes[++at]! ^ 48)
      first = (first * 10 + digit) | 0;
    if (digit <= 9) {
      const middle = at;
      stop = at + WORD;
      for (; at + 4 <= stop; at += 4) {
        const a = bytes[at]! ^ 48;
        const b = bytes[at + 1]! ^ 48;
        const c = bytes[at + 2]! ^ 48;
        const d = bytes[at + 3]! ^ 48;
        if (((a + 6) | (b + 6) | (c + 6) | (d + 6)) > 15) break;
        second = (second * 10_000 + a * 1000 + b * 100 + c * 10 + d) | 0;
      }
      for (digit = bytes[at]! ^ 48; digit <= 9 && at < stop; digit = bytes[++at]! ^ 48)
        second = (second * 10 + digit) | 0;
      if (digit <= 9) return carefulNumberAt(bytes, from, to, out, index);
      tail = at - middle;
    }
    power = point + 1 - at;
  }
  if (((digit ^ 48) | 32) === 101) {
    const end = exponentEnd(bytes, at, to);
    if (end > at) power += exponentAt(bytes, at, end);
    at = end;
  }
  // Exact: at most 51 bits beside the factors of two.
  const high = first * POWERS[tail]!;
  const sum = high + second;
  let value: number;
  if (power === 0 || sum === 0) value = sum;
  else if (sum <= Number.MAX_SAFE_INTEGER && power >= -EXACT_POWER && power < 0)
    value = sum / POWERS[-power]!;
  else {
    value = scaled(sum, second - (sum - high), power);
    if (value !== value) return carefulNumberAt(bytes, from, to, out, index);
  }
  out[index] = negative ? -value : value;
  return at;
}
