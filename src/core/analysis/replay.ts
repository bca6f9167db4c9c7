import type { ReplayResult } from './analysis';
import type { Evaluations } from './evaluations';
import { argmin } from './numerics';

/**
 * What early stopping with this patience would have done, with the semantics of Keras 3: an evaluation improves when it is
 * strictly better than the best so far by more than `minDelta`; NaN never improves; it stops at the evaluation by which
 * `patience` in a row have not improved; the best weights seen by then are kept. Patience counts evaluations.
 * Null for a run without a finite value.
 */
export function replayPatience(
  all: Evaluations,
  patience: number,
  minDelta = 0,
): ReplayResult | null {
  const costs = all.costs.map(cost => (Number.isFinite(cost) ? cost : Infinity));
  const best = argmin(costs);
  if (best < 0 || costs[best] === Infinity) return null;
  const { stop, kept } = walk(costs, patience, minDelta);
  const last = all.counts[all.length - 1]!;
  return {
    rule: 'patience',
    patience,
    stopCount: stop < 0 ? null : all.counts[stop]!,
    keptCount: all.counts[kept]!,
    value: all.values[kept]!,
    regret: costs[kept]! - costs[best]!,
    saved: stop < 0 ? 0 : last - all.counts[stop]!,
  };
}

/** Index where it stops (-1: never), and of the best seen by then. */
function walk(
  costs: Float64Array,
  patience: number,
  minDelta: number,
): { stop: number; kept: number } {
  let reference = Infinity;
  let kept = 0;
  let wait = 0;
  for (let i = 0; i < costs.length; i++) {
    const cost = costs[i]!;
    if (cost < costs[kept]!) kept = i;
    wait++;
    if (cost < reference - minDelta) {
      reference = cost;
      wait = 0;
    } else if (wait >= patience && i > 0) return { stop: i, kept };
  }
  return { stop: -1, kept };
}
