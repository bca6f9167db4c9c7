import { judgeable, percentOf } from '../judge';
import { dropsOf } from '../rate';
import { findingOn, type Rule } from '../rule';
import { effectiveDrops } from '../segment';

/** Evaluations from the drop on that a mark covers. */
const SIDE = 5;

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
    const effects = effectiveDrops(facts, curve);
    const most = effects.reduce((a, b) => (b.gain > a.gain ? b : a), effects[0]!);
    if (effects.length === 0) return null;
    const sign = facts.monitor.goal === 'min' ? 1 : -1;
    const { points } = curve;
    const stretch = { points, from: most.from, to: Math.min(most.from + SIDE, points.length) - 1 };
    return findingOn(stretch, 'learning-rate-drop', 'information', {
      series: facts.monitor.name,
      label: points.labelAt(most.from),
      count: points.counts[most.from]!,
      beforeRate: most.drop.before,
      afterRate: most.drop.after,
      before: sign * most.before,
      after: sign * most.after,
      gain: most.gain,
      gainPercentOfRange: percentOf(most.gain, curve.range),
      drops: dropsOf(facts.rate).length,
    });
  },
};
