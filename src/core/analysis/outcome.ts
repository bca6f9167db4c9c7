import type { ReplayResult } from './analysis';
import type { Evaluations } from './evaluations';
import { areFinite, argmin } from './numerics';

/** Costs to replay on, and where the lowest of them stands (-1: there is none). */
interface Replayed {
  readonly costs: Float64Array;
  readonly best: number;
}

/** Found once: a dozen rules are replayed on the same evaluations. */
const known = new WeakMap<Evaluations, Replayed>();

function replayedOn(all: Evaluations): Replayed {
  const found = known.get(all);
  if (found !== undefined) return found;
  const costs = areFinite(all.costs)
    ? all.costs
    : all.costs.map(cost => (Number.isFinite(cost) ? cost : Infinity));
  const made = { costs, best: argmin(costs) };
  known.set(all, made);
  return made;
}

/** Costs to replay on: what is not finite never is an improvement. Not to be written to. */
export function replayCosts(all: Evaluations): Float64Array {
  return replayedOn(all).costs;
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
  const { costs, best } = replayedOn(all);
  if (best < 0 || costs[best] === Infinity) return null;
  const kept = stop < 0 || best <= stop ? best : argmin(costs, 0, stop + 1);
  return {
    ...name,
    stopCount: stop < 0 ? null : all.counts[stop]!,
    keptCount: all.counts[kept]!,
    value: all.values[kept]!,
    regret: costs[kept]! - costs[best]!,
    saved: stop < 0 ? 0 : all.counts[all.length - 1]! - all.counts[stop]!,
  };
}
