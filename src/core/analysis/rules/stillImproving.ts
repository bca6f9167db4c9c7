import { endingOf, judgeable, percentOf, SIGNIFICANT } from '../judge';
import { isSpent } from '../rate';
import { findingOn, type Rule } from '../rule';

/** The optimum must lie in this last share of the run. */
const LAST_SHARE = 0.1;

/** The last quarter must have brought at least this share of what the whole run brought. */
const WORTHWHILE = 0.05;

/**
 * Validation is at its best at the end and still has an improving trend that is worth something.
 * Evidence: series; lastLabel, lastCount, lastValue; bestValue, bestLabel, bestCount; z; gainPerUnit (metric units per count over the last quarter; NaN within one count);
 * gainPercentOfRange (gained in the last quarter); schedule 'spent' (the learning rate is nearly nothing) | 'open'.
 */
export const stillImproving: Rule = {
  id: 'still-improving',
  check(facts) {
    const curve = judgeable(facts);
    if (!curve || !facts.validation || facts.divergence) return null;
    const { points, best } = curve;
    const last = points.length - 1;
    const ending = endingOf(curve);
    if (curve.optimum < (1 - LAST_SHARE) * last - 1) return null;
    if (ending.trend > -SIGNIFICANT) return null;
    if (ending.gain < Math.max(WORTHWHILE * curve.smoothRange, curve.noise / 2)) return null;
    const { from, trend, gain } = ending;
    const units = points.counts[last]! - points.counts[from]!;
    return findingOn({ points, from, to: last }, 'still-improving', 'information', {
      series: facts.monitor.name,
      lastLabel: points.labelAt(last),
      lastCount: points.counts[last]!,
      lastValue: points.values[last]!,
      bestValue: best.value,
      bestLabel: best.epoch,
      bestCount: best.count,
      z: trend,
      gainPerUnit: units > 0 ? gain / units : NaN,
      gainPercentOfRange: percentOf(gain, curve.smoothRange),
      schedule: facts.rate && isSpent(facts.rate) ? 'spent' : 'open',
    });
  },
};
