import type { Evaluations } from './evaluations';
import { mean } from './numerics';

/** Several curves of one thing as one, over the counts that at least half of them reach. */
export interface MeanCurve {
  /** Ascending. */
  readonly counts: Float64Array;
  readonly costs: Float64Array;
}

/** More points than this are thinned evenly: nothing is chosen more finely. */
const MOST_POINTS = 2_000;

/** Counts of all curves together that are put in order; of more, every second, third … of each curve. */
const MOST_COUNTS = 200_000;

/**
 * The mean of the curves where they are all known; beyond that, the mean of those that go on, after taking out how much
 * better or worse each is than the others, so that a good run ending does not look like a rise. Between its evaluations a
 * run is interpolated. Empty where no count is reached by half of the runs.
 */
export function meanCurve(curves: readonly Evaluations[]): MeanCurve {
  const counts = commonCounts(curves);
  const known = curves.map(curve => interpolated(curve, counts));
  const levels = levelsOf(known);
  const centre = mean(levels);
  const costs = counts.map((_, i) => {
    const there = known.flatMap((values, run) => {
      const value = values[i]!;
      return Number.isNaN(value) ? [] : [value - levels[run]!];
    });
    return mean(there) + centre;
  });
  return { counts, costs };
}

/** Counts of any run that at least half of the runs reach. */
function commonCounts(curves: readonly Evaluations[]): Float64Array {
  const points = curves.reduce((sum, curve) => sum + curve.length, 0);
  const every = Math.ceil(points / MOST_COUNTS);
  const taken = curves.map(({ counts }) => counts.filter((_, i) => i % every === 0));
  const all = [...new Set(taken.flatMap(counts => [...counts]))].sort((a, b) => a - b);
  const reached = (count: number): number =>
    curves.filter(c => c.counts[0]! <= count && count <= c.counts[c.length - 1]!).length;
  const stride = Math.ceil(all.length / MOST_POINTS);
  return Float64Array.from(
    all.filter((count, i) => i % stride === 0 && 2 * reached(count) >= curves.length),
  );
}

/** NaN outside the curve. */
function interpolated(curve: Evaluations, counts: Float64Array): Float64Array {
  const { counts: x, costs: y } = curve;
  let right = 0;
  return counts.map(count => {
    while (right < x.length && x[right]! < count) right++;
    if (right === x.length) return NaN;
    if (x[right] === count) return y[right]!;
    if (right === 0) return NaN;
    const share = (count - x[right - 1]!) / (x[right]! - x[right - 1]!);
    return y[right - 1]! + share * (y[right]! - y[right - 1]!);
  });
}

/** The mean of each curve over the counts at which all are known, or over its own where there are none. */
function levelsOf(known: readonly Float64Array[]): Float64Array {
  const length = known[0]?.length ?? 0;
  const shared = Array.from({ length }, (_, i) => i).filter(i =>
    known.every(values => !Number.isNaN(values[i]!)),
  );
  return Float64Array.from(known, values => {
    const own = shared.length > 0 ? shared.map(i => values[i]!) : [...values];
    return mean(own.filter(v => !Number.isNaN(v)));
  });
}
