import { bestOf } from '../best';
import { finiteOf } from '../evaluations';
import type { Rule } from '../rule';

/**
 * A loss became NaN or infinite, or rose tenfold above its start, and stayed there.
 * Evidence: kind 'nan' | 'infinite' | 'exploded'; series, split ('none' without); label and count where it starts; value (NaN unless exploded);
 * lastFiniteValue, lastFiniteLabel, bestValue, bestLabel, bestCount of that series before it (NaN if none).
 */
export const divergence: Rule = {
  id: 'divergence',
  check({ divergence: found }) {
    if (!found) return null;
    const { evaluations, at, series, kind } = found;
    const before = finiteOf(evaluations, at);
    const best = bestOf(before);
    const last = before.length - 1;
    const end = evaluations.length - 1;
    return {
      rule: 'divergence',
      severity: 'error',
      from: evaluations.labels[at]!,
      to: evaluations.labels[end]!,
      fromRow: evaluations.rows[at]!,
      toRow: evaluations.rows[end]!,
      evidence: {
        kind,
        series: series.name,
        split: series.split ?? 'none',
        label: evaluations.labels[at]!,
        count: evaluations.counts[at]!,
        value: kind === 'exploded' ? evaluations.values[at]! : NaN,
        lastFiniteValue: before.values[last] ?? NaN,
        lastFiniteLabel: before.labels[last] ?? NaN,
        bestValue: best?.value ?? NaN,
        bestLabel: best?.epoch ?? NaN,
        bestCount: best?.count ?? NaN,
      },
    };
  },
};
