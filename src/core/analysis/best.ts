import type { Best } from './analysis';
import type { Evaluations } from './evaluations';
import { argmin } from './numerics';

/** The raw extreme as logged, the earliest on ties. Infinities and NaN are no candidates; null when nothing is. */
export function bestOf(points: Evaluations): Best | null {
  const finite = points.costs.map(cost => (Number.isFinite(cost) ? cost : Infinity));
  const at = argmin(finite);
  if (at < 0 || finite[at] === Infinity) return null;
  return {
    epoch: points.labels[at]!,
    count: points.counts[at]!,
    value: points.values[at]!,
    row: points.rows[at]!,
  };
}
