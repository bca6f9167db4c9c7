import type { Curve } from './facts';
import { GrowingSmooth } from './growingSmooth';
import { arePositive, argmin, median } from './numerics';
import { halfWidth } from './smooth';
import { trendOf } from './trend';

const smoothing = new GrowingSmooth();

/** How far a curve ends above its own minimum, smoothed half as much as for choosing a count: a wide kernel moves a lopsided minimum. */
export interface Rise {
  /** Smoothed minimum, as an index of the curve. */
  readonly onset: number;
  /** Cost at the end: the median of the last twentieth, at least three evaluations. */
  readonly end: number;
  /** In units of the metric; ≤ 0 when it did not rise. */
  readonly amount: number;
  /** Of the minimum, in percent; NaN where the metric has no natural zero (scores, costs that are not positive). */
  readonly percent: number;
  readonly percentOfRange: number;
  /** Mann–Kendall from the onset on; positive when it got worse. */
  readonly trend: number;
}

export function riseOf(curve: Curve): Rise {
  const { costs, values } = curve.points;
  const n = costs.length;
  const light = smoothing.of(curve.points, Math.ceil(halfWidth(n) / 2));
  const onset = argmin(light);
  const low = light[onset]!;
  const end = median(costs.subarray(n - Math.min(n, Math.max(3, Math.floor(n / 20)))));
  const amount = end - low;
  const ratioScale = curve.series.goal === 'min' && arePositive(values);
  return {
    onset,
    end,
    amount,
    percent: ratioScale && low > 0 ? (100 * amount) / low : NaN,
    percentOfRange: curve.range > 0 ? (100 * amount) / curve.range : 0,
    trend: trendOf(costs.subarray(onset)),
  };
}
