import { EXACT_POWER, LARGEST_POWER, POWERS, POWER_TAILS } from './powersOfTen';

/** Dekker's splitter: 2^27 + 1. */
const SPLITTER = 134_217_729;
/** Bound on the relative error of what is computed in two doubles (2^-100; it is below 2^-103). */
const UNSURE = 2 ** -100;

/** What rounding took from `a * b`, given the rounded product (Dekker 1971). */
function productTail(a: number, b: number, product: number): number {
  const bigA = a * SPLITTER;
  const aHigh = bigA - (bigA - a);
  const aLow = a - aHigh;
  const bigB = b * SPLITTER;
  const bHigh = bigB - (bigB - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
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
    return rounded(product, productTail(high, ten, product) + (high * tail + low * ten));
  }
  const quotient = high / ten;
  const product = quotient * ten;
  const rest = high - product - productTail(quotient, ten, product);
  return rounded(quotient, (rest + low - quotient * tail) / ten);
}
