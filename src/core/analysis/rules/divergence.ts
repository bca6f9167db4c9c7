import type { Evidence } from '../analysis';
import { bestOf } from '../best';
import type { Divergence } from '../divergence';
import { finiteOf } from '../evaluations';
import { findingOn, type Rule } from '../rule';

/**
 * A loss became NaN or infinite, or rose tenfold above its start, and stayed there.
 * Evidence: kind 'nan' | 'infinite' | 'exploded'; series, split ('none' without); label and count where it starts; value (NaN unless exploded);
 * lastFiniteValue, lastFiniteLabel, bestValue, bestLabel, bestCount of that series before it (NaN if none).
 */
export const divergence: Rule = {
  id: 'divergence',
  check({ divergence: found }, earlier) {
    if (!found) return null;
    const { evaluations: points, at } = found;
    const stretch = { points, from: at, to: points.length - 1 };
    // A range test goes on until the loss explodes: that is how it ends.
    const isMeant = earlier.some(({ rule }) => rule === 'range-test');
    const severity = isMeant ? 'information' : 'error';
    return findingOn(stretch, 'divergence', severity, evidenceOf(found));
  },
};

function evidenceOf({ evaluations, at, series, kind }: Divergence): Evidence {
  const before = finiteOf(evaluations, at);
  const best = bestOf(before) ?? { value: NaN, epoch: NaN, count: NaN };
  const last = before.length - 1;
  return {
    kind,
    series: series.name,
    split: series.split ?? 'none',
    label: evaluations.labelAt(at),
    count: evaluations.counts[at]!,
    value: kind === 'exploded' ? evaluations.values[at]! : NaN,
    lastFiniteValue: before.values[last] ?? NaN,
    lastFiniteLabel: before.labelAt(last),
    bestValue: best.value,
    bestLabel: best.epoch,
    bestCount: best.count,
  };
}
