import type { Curve } from '../facts';
import { judgeable, percentOf } from '../judge';
import { median } from '../numerics';
import { dropsOf, type Drop } from '../rate';
import { findingOn, type Rule } from '../rule';

/** Evaluations compared on each side of a drop. */
const SIDE = 5;

/** A drop that gained at least this share of the range, and three deviations of the jitter, changed the curve. */
const CHANGED = 0.1;
const DEVIATIONS = 3;

/** More steps than this are a staircase that follows a smooth decay. */
const MOST_DROPS = 8;

/**
 * A step of the learning rate that made the curve fall: the improvement there is the schedule's, not that of more epochs.
 * The drop that gained most. Evidence: series; label, count; beforeRate, afterRate; before, after (values, medians of
 * five evaluations); gain, gainPercentOfRange; drops.
 */
export const learningRateDrop: Rule = {
  id: 'learning-rate-drop',
  check(facts) {
    const curve = judgeable(facts);
    if (!curve || !facts.rate || facts.divergence) return null;
    const drops = dropsOf(facts.rate);
    if (drops.length === 0 || drops.length > MOST_DROPS) return null;
    const { counts } = facts.rate;
    const effects = drops.map(drop => effectOf(curve, drop, counts[drop.at]!));
    const most = effects.reduce((a, b) => (b.gain > a.gain ? b : a));
    if (!(most.gain >= Math.max(CHANGED * curve.range, DEVIATIONS * curve.noise))) return null;
    const sign = facts.monitor.goal === 'min' ? 1 : -1;
    const { points } = curve;
    const stretch = { points, from: most.from, to: Math.min(most.from + SIDE, points.length) - 1 };
    return findingOn(stretch, 'learning-rate-drop', 'information', {
      series: facts.monitor.name,
      label: points.labels[most.from]!,
      count: points.counts[most.from]!,
      beforeRate: most.drop.before,
      afterRate: most.drop.after,
      before: sign * most.before,
      after: sign * most.after,
      gain: most.gain,
      gainPercentOfRange: percentOf(most.gain, curve.range),
      drops: drops.length,
    });
  },
};

interface Effect {
  readonly drop: Drop;
  /** First evaluation with the lower rate. */
  readonly from: number;
  readonly before: number;
  readonly after: number;
  /** -1 where there are too few evaluations on a side to tell. */
  readonly gain: number;
}

function effectOf({ points }: Curve, drop: Drop, count: number): Effect {
  const { costs, counts, length } = points;
  const at = counts.findIndex(c => c >= count);
  const from = at < 0 ? length - 1 : at;
  const before = median(costs.subarray(Math.max(0, from - SIDE), from));
  const after = median(costs.subarray(from, from + SIDE));
  const isSeen = from >= SIDE && length - from >= 3;
  return { drop, from, before, after, gain: isSeen ? before - after : -1 };
}
