import { clamp, median, type Numbers } from './numerics';
import { inBlocks } from './trend';

/** Where the fitted families see a curve at a later count, in its own units, shifted so that they start from where the curve is now. */
export interface Extrapolation {
  /** Mean over all families, each weighted by how well it fits. */
  readonly mixed: number;
  /** The same over powers and over exponentials alone. */
  readonly powers: number;
  readonly exponentials: number;
  /** Weighted standard deviation of what the families say. */
  readonly spread: number;
}

/**
 * Shapes of a learning curve that are one unknown factor away from linear, so that the best fit is closed (variable
 * projection over a grid): powers c + a·x^−α (pow3 of Domhan et al. 2015) and exponentials c + a·e^(−κx/X).
 */
const POWERS = [0.3, 0.6, 1, 2];
const EXPONENTIALS = [1, 2, 4, 8];

/** More points than this are averaged in blocks first. */
const MOST_POINTS = 400;

/** Evidence grows with the points, but neighbouring points repeat each other: more than this count no further. */
const MOST_EVIDENCE = 20;

/** Falls to the last value for fewer than four points. `counts` ascend and are positive. */
export function extrapolate(counts: Numbers, costs: Numbers, atCount: number): Extrapolation {
  const n = costs.length;
  const last = costs[n - 1] ?? NaN;
  if (n < 4) return { mixed: last, powers: last, exponentials: last, spread: 0 };
  const now = level(costs);
  const x = inBlocks(counts, MOST_POINTS);
  const y = inBlocks(costs, MOST_POINTS);
  const first = counts[0]!;
  const end = counts[n - 1]!;
  const shape = (f: (count: number) => number): Fit => fit(x, y, f, now, f(atCount) - f(end));
  // Powers count from the first evaluation, so that a run logged every 1,000 steps looks like one logged every epoch.
  const powers = POWERS.map(alpha => shape(count => (first / Math.max(count, first)) ** alpha));
  const exponentials = EXPONENTIALS.map(kappa =>
    shape(count => Math.exp((-kappa * (count - first)) / Math.max(end - first, 1e-12))),
  );
  const all = weighted([...powers, ...exponentials], n);
  return {
    mixed: all.mean,
    powers: weighted(powers, n).mean,
    exponentials: weighted(exponentials, n).mean,
    spread: all.spread,
  };
}

/** Where the curve is now: the median of the last three. */
export function level(costs: Numbers): number {
  return median(
    Array.from({ length: Math.min(3, costs.length) }, (_, i) => costs[costs.length - 1 - i]!),
  );
}

interface Fit {
  readonly at: number;
  readonly error: number;
}

/** Weighted least squares of c + a·shape, the last point weighing ten times the first (Domhan et al. 2015); `ahead` is how far the shape still goes. */
function fit(
  counts: Numbers,
  costs: Numbers,
  shape: (count: number) => number,
  now: number,
  ahead: number,
): Fit {
  const n = costs.length;
  const x = Float64Array.from(counts, shape);
  const weight = Float64Array.from(x, (_, i) => 10 ** (i / n));
  const total = weight.reduce((sum, w) => sum + w, 0);
  const meanX = weight.reduce((sum, w, i) => sum + w * x[i]!, 0) / total;
  const meanY = weight.reduce((sum, w, i) => sum + w * costs[i]!, 0) / total;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - meanX;
    const dy = costs[i]! - meanY;
    xx += weight[i]! * dx * dx;
    xy += weight[i]! * dx * dy;
    yy += weight[i]! * dy * dy;
  }
  const factor = xx > 0 ? xy / xx : 0;
  return { at: now + factor * ahead, error: Math.max((yy - factor * xy) / total, 0) };
}

function weighted(fits: readonly Fit[], n: number): { mean: number; spread: number } {
  const power = clamp(n, 4, MOST_EVIDENCE) / 2;
  const least = Math.min(...fits.map(f => f.error));
  const weights = fits.map(f => (f.error > 0 ? (least / f.error) ** power : 1));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const centre = fits.reduce((sum, f, i) => sum + weights[i]! * f.at, 0) / total;
  const variance = fits.reduce((sum, f, i) => sum + weights[i]! * (f.at - centre) ** 2, 0) / total;
  return { mean: centre, spread: Math.sqrt(variance) };
}
