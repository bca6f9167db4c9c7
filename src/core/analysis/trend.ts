import { mean, type Numbers } from './numerics';

/** More points than this are averaged in blocks first: the test is quadratic, and blocks lose no trend. */
const MOST_POINTS = 200;

/**
 * Mann–Kendall trend statistic: positive when values rise, about normal(0, 1) when they do neither.
 * Ties corrected; widened by the lag-one correlation of the residuals when that is above 0.2 (Hamed & Rao 1998, first term).
 * 0 for fewer than four values or a constant.
 */
export function trendOf(values: Numbers): number {
  const blocks = inBlocks(values, MOST_POINTS);
  const n = blocks.length;
  if (n < 4) return 0;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const own = blocks[i]!;
    for (let j = i + 1; j < n; j++) sum += Number(blocks[j]! > own) - Number(blocks[j]! < own);
  }
  const variance = ((n * (n - 1) * (2 * n + 5) - tieTerm(blocks)) / 18) * inflation(blocks);
  return variance > 0 ? (sum - Math.sign(sum)) / Math.sqrt(variance) : 0;
}

/** At most `most` means of neighbouring values. */
export function inBlocks(values: Numbers, most: number): Float64Array {
  const n = values.length;
  if (n <= most) return new Float64Array(values);
  const means = new Float64Array(most);
  for (let k = 0, from = 0; k < most; k++) {
    const to = Math.floor(((k + 1) * n) / most);
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i]!;
    means[k] = sum / (to - from);
    from = to;
  }
  return means;
}

function tieTerm(values: Float64Array): number {
  const ascending = new Float64Array(values).sort();
  let term = 0;
  for (let i = 0; i < ascending.length;) {
    let j = i;
    while (j < ascending.length && ascending[j] === ascending[i]) j++;
    const t = j - i;
    term += t * (t - 1) * (2 * t + 5);
    i = j;
  }
  return term;
}

/** (1 + r) / (1 − r) of what is left after the straight line, for r > 0.2. */
function inflation(values: Float64Array): number {
  const n = values.length;
  const slope = slopeThrough(values);
  const centre = mean(values);
  let [product, square, total, before] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const residual = values[i]! - centre - slope * (i - (n - 1) / 2);
    square += residual ** 2;
    product += residual * before;
    before = residual;
    total += (values[i]! - centre) ** 2;
  }
  // What rounding leaves of a straight line is no correlation.
  const r = square > 1e-12 * total ? Math.min(product / square, 0.9) : 0;
  return r > 0.2 ? (1 + r) / (1 - r) : 1;
}

/** Least squares slope per point. */
function slopeThrough(values: Float64Array): number {
  const n = values.length;
  let product = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    const x = i - (n - 1) / 2;
    product += x * values[i]!;
    square += x * x;
  }
  return square > 0 ? product / square : 0;
}
