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

/** What a curve is heading for: the families fitted to it, and where they see it at a later count. */
export type Course = (atCount: number) => Extrapolation;

/** Of the curve looked at last through an array of costs: several questions are about the same one. */
const courses = new WeakMap<Numbers, { counts: Numbers; from: number; course: Course }>();

/**
 * The course of a curve from index `from` on; it stays at the last value for fewer than four points. `counts` ascend and are
 * positive; neither array is to be changed later.
 */
export function courseOf(
  { counts, costs }: { readonly counts: Numbers; readonly costs: Numbers },
  from = 0,
): Course {
  const known = courses.get(costs);
  if (known?.counts === counts && known.from === from) return known.course;
  const course = fittedTo(partOf(counts, from), partOf(costs, from));
  courses.set(costs, { counts, from, course });
  return course;
}

function partOf(values: Numbers, from: number): Numbers {
  return values instanceof Float64Array
    ? values.subarray(from)
    : Float64Array.from({ length: values.length - from }, (_, i) => values[from + i]!);
}

function fittedTo(counts: Numbers, costs: Numbers): Course {
  const n = costs.length;
  const last = costs[n - 1] ?? NaN;
  if (n < 4) return () => ({ mixed: last, powers: last, exponentials: last, spread: 0 });
  const x = inBlocks(counts, MOST_POINTS);
  const y = weigh(inBlocks(costs, MOST_POINTS));
  const first = counts[0]!;
  const end = counts[n - 1]!;
  // Powers count from the first evaluation, so that a run logged every 1,000 steps looks like one logged every epoch.
  const powers = POWERS.map(alpha => fit(x, y, count => (first / Math.max(count, first)) ** alpha));
  const exponentials = EXPONENTIALS.map(kappa =>
    fit(x, y, count => Math.exp((-kappa * (count - first)) / Math.max(end - first, 1e-12))),
  );
  const now = level(costs);
  return atCount => {
    const ahead = ({ shape, factor, error }: Fit): Ahead => {
      return { at: now + factor * (shape(atCount) - shape(end)), error };
    };
    const [byPowers, byExponentials] = [powers.map(ahead), exponentials.map(ahead)];
    const all = weighted([...byPowers, ...byExponentials], n);
    return {
      mixed: all.mean,
      powers: weighted(byPowers, n).mean,
      exponentials: weighted(byExponentials, n).mean,
      spread: all.spread,
    };
  };
}

/** Where the curve is now: the median of the last three. */
export function level(costs: Numbers): number {
  const n = costs.length;
  if (n < 3) return median(costs);
  const [a, b, c] = [costs[n - 3]!, costs[n - 2]!, costs[n - 1]!];
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** Costs with what each weighs, the last ten times the first (Domhan et al. 2015), and what they come to. */
interface Weighed {
  readonly costs: Float64Array;
  readonly weight: Float64Array;
  readonly total: number;
  readonly mean: number;
  /** Weighted sum of squared deviations. */
  readonly square: number;
}

/** Weights depend on the number of points alone, which most curves share with the one before. */
let lastWeight = new Float64Array();

function weightedSum(weight: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += weight[i]! * values[i]!;
  return sum;
}

function weigh(costs: Float64Array): Weighed {
  if (lastWeight.length !== costs.length)
    lastWeight = costs.map((_, i) => 10 ** (i / costs.length));
  const weight = lastWeight;
  let total = 0;
  for (let i = 0; i < costs.length; i++) total += weight[i]!;
  const mean = weightedSum(weight, costs) / total;
  let square = 0;
  for (let i = 0; i < costs.length; i++) {
    const dy = costs[i]! - mean;
    square += weight[i]! * dy * dy;
  }
  return { costs, weight, total, mean, square };
}

interface Fit {
  readonly shape: (count: number) => number;
  readonly factor: number;
  readonly error: number;
}

/** Weighted least squares of c + a·shape. */
function fit(counts: Float64Array, y: Weighed, shape: Fit['shape']): Fit {
  const { costs, weight, total } = y;
  const x = new Float64Array(counts.length);
  for (let i = 0; i < x.length; i++) x[i] = shape(counts[i]!);
  const mean = weightedSum(weight, x) / total;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - mean;
    const dy = costs[i]! - y.mean;
    xx += weight[i]! * dx * dx;
    xy += weight[i]! * dx * dy;
  }
  const factor = xx > 0 ? xy / xx : 0;
  return { shape, factor, error: Math.max((y.square - factor * xy) / total, 0) };
}

/** What a family says of a later count, and how badly it fits. */
interface Ahead {
  readonly at: number;
  readonly error: number;
}

function weighted(fits: readonly Ahead[], n: number): { mean: number; spread: number } {
  const power = clamp(n, 4, MOST_EVIDENCE) / 2;
  const least = Math.min(...fits.map(f => f.error));
  const weights = fits.map(f => (f.error > 0 ? (least / f.error) ** power : 1));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const centre = fits.reduce((sum, f, i) => sum + weights[i]! * f.at, 0) / total;
  const variance = fits.reduce((sum, f, i) => sum + weights[i]! * (f.at - centre) ** 2, 0) / total;
  return { mean: centre, spread: Math.sqrt(variance) };
}
