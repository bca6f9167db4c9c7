import {
  EXACT_POWER,
  INVERSES,
  LARGEST_POWER,
  POWER_HALVES,
  POWERS,
  POWER_TAILS,
  SPLITTER,
} from './powersOfTen';

/** Bound on the relative error of what is computed in two doubles (2^-100; it is below 2^-102). */
const UNSURE = 2 ** -100;

/** What rounding took from `a * 10^n`, given the rounded product (Dekker 1971). */
function productTail(a: number, n: number, product: number): number {
  const split = a * SPLITTER;
  const aHigh = split - (split - a);
  const aLow = a - aHigh;
  const high = POWER_HALVES[n]!;
  const low = POWERS[n]! - high;
  return aLow * low - (product - aHigh * high - aLow * high - aHigh * low);
}

/** `value + tail` rounded to a double; NaN where the tail is not known well enough to be sure. */
function rounded(value: number, tail: number): number {
  const error = value * UNSURE;
  const sum = value + (tail + error);
  return sum === value + (tail - error) ? sum : NaN;
}

/**
 * The double nearest to `(high + low) * 10^power`, for whole numbers `high > 0` and `|low| <= ulp(high) / 2`; NaN where
 * this arithmetic of two doubles is not sure (a tie, a power out of its table). Clinger's fast path, then
 * the product or quotient with its error term.
 */
export function scaled(high: number, low: number, power: number): number {
  if (power === 0) return high;
  const n = power < 0 ? -power : power;
  if (n > LARGEST_POWER) return NaN;
  const ten = POWERS[n]!;
  if (low === 0 && n <= EXACT_POWER && high <= Number.MAX_SAFE_INTEGER)
    return power < 0 ? high / ten : high * ten;
  const tail = POWER_TAILS[n]!;
  if (power > 0) {
    const product = high * ten;
    return rounded(product, productTail(high, n, product) + (high * tail + low * ten));
  }
  const quotient = high / ten;
  const product = quotient * ten;
  const rest = high - product - productTail(quotient, n, product);
  return rounded(quotient, (rest + low - quotient * tail) * INVERSES[n]!);
}
