import type { Best } from './analysis';
import type { Evaluations } from './evaluations';

/** The raw extreme as logged, the earliest on ties. Infinities and NaN are no candidates; null when nothing is. */
export function bestOf(points: Evaluations): Best | null {
  const { costs } = points;
  let at = -1;
  for (let i = 0; i < costs.length; i++)
    if (Number.isFinite(costs[i]!) && !(at >= 0 && costs[at]! <= costs[i]!)) at = i;
  if (at < 0) return null;
  return {
    epoch: points.labelAt(at),
    count: points.counts[at]!,
    value: points.values[at]!,
    row: points.rowAt(at),
  };
}
