import type { ReplayResult } from './analysis';
import type { Evaluations } from './evaluations';
import { argmin } from './numerics';

/** Costs to replay on: what is not finite never is an improvement. Not to be written to. */
export function replayCosts({ costs }: Evaluations): Float64Array {
  return costs.every(Number.isFinite)
    ? costs
    : costs.map(cost => (Number.isFinite(cost) ? cost : Infinity));
}

/** A rule by its name, and its patience where it has one. */
export interface RuleName {
  readonly rule: string;
  readonly patience: number | null;
}

/**
 * What stopping at index `stop` (-1: never) comes to, when the best weights seen by then are kept.
 * Null for a run without a finite value.
 */
export function outcomeOf(all: Evaluations, name: RuleName, stop: number): ReplayResult | null {
  const costs = replayCosts(all);
  const best = argmin(costs);
  if (best < 0 || costs[best] === Infinity) return null;
  const kept = argmin(costs, 0, stop < 0 ? costs.length : stop + 1);
  return {
    ...name,
    stopCount: stop < 0 ? null : all.counts[stop]!,
    keptCount: all.counts[kept]!,
    value: all.values[kept]!,
    regret: costs[kept]! - costs[best]!,
    saved: stop < 0 ? 0 : all.counts[all.length - 1]! - all.counts[stop]!,
  };
}
