import { countAt } from '../../core/run/axis';
import type { Places } from '../../core/run/curve';
import type { Run, Series } from '../../core/run/run';

/**
 * Where `count` trained lies on an axis, given the place of every value of `series`: between two of them in
 * proportion, before the first and beyond the last at the pace of the whole. NaN when nothing tells.
 */
export function placeOfCount(run: Run, series: Series, { xs }: Places, count: number): number {
  const last = series.count - 1;
  const countOf = (i: number) => countAt(run, series.rows.at(i));
  const after = firstWhere(series.count, i => countOf(i) >= count);
  const outside = after === 0 || after > last;
  const [a, b] = outside ? [0, last] : [after - 1, after];
  const [fromCount, toCount] = [countOf(a), countOf(b)];
  const [from, to] = [xs.at(a), xs.at(b)];
  if (count === toCount) return to;
  if (count === fromCount) return from;
  return from + ((count - fromCount) / (toCount - fromCount)) * (to - from);
}

/** Where the first value of `series` at or after `row` lies; the last one when there is none, NaN without values. */
export function placeOfRow(series: Series, { xs }: Places, row: number): number {
  const at = firstWhere(series.count, i => series.rows.at(i) >= row);
  return xs.at(Math.min(at, series.count - 1));
}

/** The first index below `count` for which a condition that stays true holds; `count` when for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
