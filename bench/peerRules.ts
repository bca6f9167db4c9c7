// Stopping rules as their sources describe them, on costs (lower is better): each gives the index at which it stops, -1 for never.
import type { Facts } from '../src/core/analysis/facts';
import { patienceStops } from '../src/core/analysis/replay';

export type Stop = (costs: Float64Array) => number;

/** Keras: so many evaluations in a row that are no better than the best. */
export const patience =
  (most: number): Stop =>
  costs =>
    patienceStops(costs, most)[most - 1]!;

/** Patience that grows with the run: half as long again as it took to the best, at least five. */
export const proportional: Stop = costs => {
  let best = 0;
  for (let i = 1; i < costs.length; i++) {
    if (costs[i]! < costs[best]!) best = i;
    if (i - best >= Math.max(5, (best + 1) / 2)) return i;
  }
  return -1;
};

/** What people do by eye: worse three times in a row. */
export const streak: Stop = costs => {
  let worse = 0;
  for (let i = 1; i < costs.length; i++) {
    worse = costs[i]! > costs[i - 1]! ? worse + 1 : 0;
    if (worse >= 3) return i;
  }
  return -1;
};

/** CatBoost's IncToDec: what the score may still gain, from what it gained, fading by 1 % an evaluation, against how far it fell. */
export const catBoost =
  (threshold: number, wait: number): Stop =>
  costs => {
    let hope = 0;
    let best = 0;
    for (let i = 1; i < costs.length; i++) {
      hope *= 0.99;
      for (let j = 1; j <= Math.min(i, 2000); j++)
        hope = Math.max(hope, 0.99 ** j * (costs[i - j]! - costs[i]!));
      if (costs[i]! < costs[best]!) best = i;
      const share = hope / Math.max(costs[i]! - costs[best]!, 1e-10);
      if (i - best > wait && Math.exp(-0.5 / Math.max(share, 1e-10)) < threshold) return i;
    }
    return -1;
  };

/** SageMaker's Overtraining rule on validation: ten evaluations since it got better by more than 0.1 in the units of the metric. */
export const overtraining: Stop = costs => patienceStops(costs, 10, 0.1)[9]!;

/** SageMaker's Overfit rule: validation a tenth above training, once; -1 where either is not a loss. */
export function overfit({ curve, training }: Facts): number {
  if (!curve || training?.series.metric !== 'loss' || curve.series.metric !== 'loss') return -1;
  return curve.points.counts.findIndex((count, i) => {
    const at = training.points.counts.indexOf(count);
    const loss = at < 0 ? NaN : training.points.values[at]!;
    return (curve.points.values[i]! - loss) / loss > 0.1;
  });
}

/** Optuna's percentile pruner: the best so far is worse than that share of the other runs at the same step; at least `first` of them. */
export function pruned(
  costs: Float64Array,
  others: readonly Float64Array[],
  share: number,
  first: number,
): number {
  let best = Infinity;
  for (let i = 0; i < costs.length; i++) {
    best = Math.min(best, costs[i]!);
    const there = others.flatMap(o => (i < o.length ? [o[i]!] : [])).sort((a, b) => a - b);
    if (there.length < first) continue;
    const at = share * (there.length - 1);
    const low = there[Math.floor(at)]!;
    const limit = low + (there[Math.ceil(at)]! - low) * (at - Math.floor(at));
    if (best > limit) return i;
  }
  return -1;
}
