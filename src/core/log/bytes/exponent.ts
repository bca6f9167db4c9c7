const MINUS = 45;
const PLUS = 43;

/** Where the digits that begin at `from` end. */
export function digitsEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at]! ^ 48) <= 9) at++;
  return at;
}

/** Where the number whose mantissa ends at `at` ends: after its exponent, if it has a whole one. */
export function exponentEnd(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to || (bytes[at]! | 32) !== 101) return at;
  const signed = at + 1 < to && (bytes[at + 1] === MINUS || bytes[at + 1] === PLUS);
  const digits = at + (signed ? 2 : 1);
  const end = digitsEnd(bytes, digits, to);
  return end === digits ? at : end;
}

/** The exponent written from `e` on, up to `end`; absurdly large ones count as 9999. */
export function exponentAt(bytes: Uint8Array, e: number, end: number): number {
  const negative = bytes[e + 1] === MINUS;
  let value = 0;
  for (let at = e + 1; at < end; at++) {
    const digit = bytes[at]! ^ 48;
    if (digit <= 9 && value < 1000) value = value * 10 + digit;
  }
  return negative ? -value : value;
}
