import type { RunGroup } from './analysis';
import { median, sorted, spread } from './numerics';

/** Fewer runs than this show neither groups nor outliers. */
const FEWEST = 4;

/** Two groups: the gap between them is this many times as wide as either … */
const APART = 2;

/** … and this share of the longest run. */
const MATTERS = 0.15;

/** Deviations (1.4826 · MAD) from the median beyond which a value is unlike the others: Iglewicz & Hoaglin 1993. */
const UNLIKE = 3.5;
const MAD_TO_DEVIATION = 1.4826;

/** The two groups that counts fall into at their widest gap, at least two in either; null where they are one. */
export function twoGroups(
  counts: readonly number[],
  longest: number,
): readonly [RunGroup, RunGroup] | null {
  if (counts.length < FEWEST) return null;
  const ascending = sorted(counts);
  let at = 0;
  for (let i = 1; i < ascending.length; i++)
    if (at === 0 || gapAt(ascending, i) > gapAt(ascending, at)) at = i;
  const [low, high] = [ascending.subarray(0, at), ascending.subarray(at)];
  const gap = gapAt(ascending, at);
  const wide = Math.max(spread(low), spread(high));
  if (Math.min(low.length, high.length) < 2) return null;
  if (gap < MATTERS * longest || gap < APART * wide) return null;
  return [groupOf(low), groupOf(high)];
}

const gapAt = (ascending: Float64Array, i: number): number => ascending[i]! - ascending[i - 1]!;

const groupOf = (counts: Float64Array): RunGroup => ({
  runs: counts.length,
  count: Math.round(median(counts)),
});

/** Indices of values that lie far from the median of all, and further than `least`; at most a third of them, else none is unlike. */
export function unlike(values: readonly number[], least: number): readonly number[] {
  if (values.length < FEWEST) return [];
  const centre = median(values);
  const distances = values.map(value => Math.abs(value - centre));
  const limit = Math.max(UNLIKE * MAD_TO_DEVIATION * median(distances), least);
  const far = distances.flatMap((distance, i) => (distance > limit ? [i] : []));
  return far.length * 3 <= values.length ? far : [];
}

/** The least distance, in counts, that makes a run unlike others. */
export const leastApart = (longest: number): number => MATTERS * longest;
