import type { Curve } from './facts';
import { samplingDeviation } from './sampling';

/** How wide the range of a finished run is drawn. */
export interface Width {
  /** Equally good: within this many deviations of the smoothed optimum, those of the jitter or of the samples that were measured on … */
  readonly noise: number;
  /** … or this share of the range of the smoothed curve, whichever is more. */
  readonly share: number;
  /** Runs of one thing differ in pace: this share is added on either side, up to where the run had to end. */
  readonly pace: number;
}

/**
 * Judged by bench/fit/range.ts: held the optimum of another run of the same thing 78 % of the time at 39 % of the run; chosen
 * on all repositories but one and paid on that one, ranges held 82 % at 44 %.
 */
export const plausibleWidth: Width = { noise: 1, share: 0.005, pace: 0.1 };

/**
 * The counts, fractions included, between which another training of the same thing would have its optimum in four cases of
 * five: where the smoothed curve is as good as its optimum, a tenth wider on either side. A bootstrap of one run would be
 * narrower, as it cannot know how runs differ. `end`: the count at which the run had to end, where a rule stopped it before:
 * what a slower run would do there is not seen, but not excluded.
 */
export function plausibleCounts(
  curve: Curve,
  { noise, share, pace }: Width = plausibleWidth,
  end = curve.points.counts[curve.points.length - 1]!,
): readonly [low: number, high: number] {
  const { smooth, points, optimum, smoothRange, best, series } = curve;
  const { counts } = points;
  const deviation = Math.max(curve.noise, samplingDeviation(best.value, series.outOf));
  const limit = smooth[optimum]! + Math.max(noise * deviation, share * smoothRange);
  const first = counts[smooth.findIndex(cost => cost <= limit)]!;
  const last = counts[smooth.findLastIndex(cost => cost <= limit)]!;
  return [first * (1 - pace), Math.min(last * (1 + pace), end)];
}
