import type { Series } from '../run/run';
import type { Evaluations } from './evaluations';
import { median } from './numerics';

/** Where a loss left the finite or the sensible and did not come back. */
export interface Divergence {
  readonly kind: 'nan' | 'infinite' | 'exploded';
  readonly series: Series;
  readonly evaluations: Evaluations;
  /** Index of the first bad evaluation. */
  readonly at: number;
}

/** A loss this many times above both its start and its median has exploded; no overfitting curve of the labelled set rose above 1.1 times its start. */
const EXPLODED = 10;

/**
 * The divergence of one loss: it ends in NaN or infinity, or ten times above where it started.
 * Null for scores, whose NaN means that something was undefined, and for NaN that comes and goes (not evaluated then).
 */
export function divergenceOf(series: Series, evaluations: Evaluations): Divergence | null {
  if (series.goal !== 'min' || evaluations.length === 0) return null;
  const at = brokenTail(evaluations.values);
  if (at >= 0) {
    const first = evaluations.values[at]!;
    return { kind: Number.isNaN(first) ? 'nan' : 'infinite', series, evaluations, at };
  }
  const exploded = explodedTail(evaluations.values);
  return exploded >= 0 ? { kind: 'exploded', series, evaluations, at: exploded } : null;
}

/** Start of the non-finite tail; -1 without one, or when gaps as long came before. */
function brokenTail(values: Float64Array): number {
  let start = values.length;
  while (start > 0 && !Number.isFinite(values[start - 1]!)) start--;
  if (start === values.length) return -1;
  let gap = 0;
  let longest = 0;
  for (let i = 0; i < start; i++) {
    gap = Number.isFinite(values[i]!) ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest >= values.length - start ? -1 : start;
}

/** Evaluations that must come before an explosion, or there is nothing to compare with. */
const FEWEST_BEFORE = 3;

/** Start of a tail that stays EXPLODED times above the first value and the median of what came before; -1 without one. */
function explodedTail(values: Float64Array): number {
  const first = values.find(Number.isFinite);
  if (first === undefined || !(first > 0)) return -1;
  let start = values.length;
  while (start > 0 && values[start - 1]! > EXPLODED * first) start--;
  if (start === values.length || start < FEWEST_BEFORE) return -1;
  const before = values.subarray(0, start).filter(Number.isFinite);
  return values[start]! > EXPLODED * median(before) ? start : -1;
}
