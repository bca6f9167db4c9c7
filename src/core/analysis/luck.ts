/** Spread below which luck is not told apart from none, so that a curve without any jitter has a chance at all. */
const LEAST_SPREAD = 1e-3;

/**
 * Probability (0–1) that at least one of `draws` independent evaluations lies `needed` or more below what is expected of them,
 * when each scatters by `spread` (a normal deviation, in the same units). `needed` may be negative: then it is expected to.
 */
export function luck(needed: number, spread: number, draws: number): number {
  const one = tail(needed / Math.max(spread, LEAST_SPREAD));
  return one < 1 ? -Math.expm1(draws * Math.log1p(-one)) : 1;
}

/** Probability that a standard normal variable is above `z`, to seven digits however small (rational Chebyshev fit of erfc: Press et al. 1992, 6.2). */
function tail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const series = ERFC.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const above = (t * Math.exp(series - x * x)) / 2;
  return z < 0 ? 1 - above : above;
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];
