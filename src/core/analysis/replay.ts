import type { ReplayResult } from './analysis';
import type { Evaluations } from './evaluations';
import { outcomeOf, replayCosts } from './outcome';

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
  const most = Math.max(1, patience);
  const stops = patienceStops(replayCosts(all), most, minDelta);
  return outcomeOf(all, { rule: 'patience', patience }, stops[most - 1]!);
}

/**
 * Where every patience from 1 to `most` stops, in one walk: index `p − 1` holds the index of the evaluation (-1: never).
 * A patience of nothing stops where one of 1 does, as Keras never stops at the first evaluation.
 */
export function patienceStops(costs: Float64Array, most: number, minDelta = 0): Int32Array {
  const stops = new Int32Array(most).fill(-1);
  let reference = Infinity;
  let wait = 0;
  let reached = 0;
  for (let i = 0; i < costs.length && reached < most; i++) {
    wait++;
    if (costs[i]! < reference - minDelta) {
      reference = costs[i]!;
      wait = 0;
    } else if (wait > reached && i > 0) {
      while (reached < Math.min(wait, most)) stops[reached++] = i;
    }
  }
  return stops;
}
