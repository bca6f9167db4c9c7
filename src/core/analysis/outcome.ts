import type { ReplayResult } from './analysis';
import type { Evaluations } from './evaluations';
import { areFinite } from './numerics';

/** Costs to replay on, and by each of them where the lowest so far stands, the earliest on ties. */
interface Replayed {
  readonly costs: Float64Array;
  readonly bestBy: Uint32Array;
}

/** Found once: a dozen rules are replayed on the same evaluations. */
const known = new WeakMap<Evaluations, Replayed>();

function replayedOn(all: Evaluations): Replayed {
  const found = known.get(all);
  if (found !== undefined) return found;
  const costs = areFinite(all.costs)
    ? all.costs
    : all.costs.map(cost => (Number.isFinite(cost) ? cost : Infinity));
  const made = { costs, bestBy: bestSoFar(costs) };
  known.set(all, made);
  return made;
}

function bestSoFar(costs: Float64Array): Uint32Array {
  const bestBy = new Uint32Array(costs.length);
  for (let at = 1, best = 0; at < costs.length; at++) {
    if (costs[at]! < costs[best]!) best = at;
    bestBy[at] = best;
  }
  return bestBy;
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
  const { costs, bestBy } = replayedOn(all);
  const best = bestBy.at(-1);
  if (best === undefined || costs[best] === Infinity) return null;
  const kept = stop < 0 ? best : bestBy[stop]!;
  return {
    ...name,
    stopCount: stop < 0 ? null : all.counts[stop]!,
    keptCount: all.counts[kept]!,
    value: all.values[kept]!,
    regret: costs[kept]! - costs[best]!,
    saved: stop < 0 ? 0 : all.counts[all.length - 1]! - all.counts[stop]!,
  };
}
