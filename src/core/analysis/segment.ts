import type { Curve, Facts } from './facts';
import { firstFrom, median } from './numerics';
import { dropsOf, type Drop } from './rate';

/** Evaluations compared on each side of a drop. */
const SIDE = 5;

/** A drop that gained at least this share of the range, and three deviations of the jitter, changed the curve. */
const CHANGED = 0.1;
const DEVIATIONS = 3;

/** More steps than this are a staircase that follows a smooth decay. */
const MOST_DROPS = 8;

/** What a step of the learning rate did to a curve. */
export interface Effect {
  readonly drop: Drop;
  /** First evaluation with the lower rate. */
  readonly from: number;
  /** Costs, medians of five evaluations. */
  readonly before: number;
  readonly after: number;
  /** -1 where there are too few evaluations on a side to tell. */
  readonly gain: number;
}

/** The steps of a step schedule that made the curve fall, in their order; none for a smooth schedule. */
export function effectiveDrops({ rate }: Pick<Facts, 'rate'>, curve: Curve): readonly Effect[] {
  const drops = rate ? dropsOf(rate) : [];
  if (!rate || drops.length > MOST_DROPS) return [];
  const least = Math.max(CHANGED * curve.range, DEVIATIONS * curve.noise);
  return drops
    .map(drop => effectOf(curve, drop, rate.counts[drop.at]!))
    .filter(({ gain }) => gain >= least && gain > 0);
}

/**
 * Index of the evaluation from which a curve is one piece: after the last step of the learning rate that made it fall, as
 * what came before says nothing of how it goes on; 0 without one.
 */
export function segmentStart(facts: Pick<Facts, 'rate'>, curve: Curve): number {
  return effectiveDrops(facts, curve).at(-1)?.from ?? 0;
}

function effectOf({ points }: Curve, drop: Drop, count: number): Effect {
  const { costs, counts, length } = points;
  const at = firstFrom(counts, count);
  const from = at < 0 ? length - 1 : at;
  const before = median(costs.subarray(Math.max(0, from - SIDE), from));
  const after = median(costs.subarray(from, from + SIDE));
  const isSeen = from >= SIDE && length - from >= 3;
  return { drop, from, before, after, gain: isSeen ? before - after : -1 };
}
