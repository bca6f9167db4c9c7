import { hasNoTop } from './bounds';
import type { Curve } from './facts';
import { argmin, type Numbers } from './numerics';

/** Share of the raw value in the cost that picks the count: a low reading is evidence too, beside its smoothed neighbourhood. */
const RAW = 0.2;

/** What counts as equally good: smoothed within half a deviation of the jitter, raw within 1.5 % of the range. */
const EQUAL_NOISE = 0.5;
const EQUAL_RANGE = 0.015;

/** Costs to choose a count by: what was read, and more than that its smoothed neighbourhood. */
export function blended(costs: Numbers, smooth: Float64Array): Float64Array {
  return smooth.map((cost, i) => RAW * costs[i]! + (1 - RAW) * cost);
}

/**
 * Index of the evaluation that a second training should end at: the earliest that is as good as the optimum, given the noise.
 * Of a return it is the smoothed optimum itself: its data is made anew as the policy learns, so that going on overfits
 * nothing, and it creeps up for long.
 *
 * Chosen on one run and paid on every other run of its group (3,396 pairs, mean over repositories) this costs 2.14 % of the range,
 * the lowest value as logged 2.48 %; other weights and tolerances, scaled by the length of the run or not, differ by less than 0.1 % (`bench/peers.ts`).
 */
export function chosenIndex(curve: Curve): number {
  const { points, smooth, noise, range, series } = curve;
  if (hasNoTop(series, points.values)) return curve.optimum;
  const blend = blended(points.costs, smooth);
  const limit = blend[argmin(blend)]! + EQUAL_NOISE * noise;
  const good = (i: number): boolean => blend[i]! <= limit;
  let least = Infinity;
  for (let i = 0; i < points.length; i++) if (good(i)) least = Math.min(least, points.costs[i]!);
  return points.costs.findIndex((cost, i) => good(i) && cost <= least + EQUAL_RANGE * range);
}
