import { endingOf, judgeable, percentOf } from '../judge';
import { highestOf, isSpent, leftOf } from '../rate';
import { findingOn, type Rule } from '../rule';

/**
 * The run still improved when its learning rate had decayed to nearly nothing: going on gains nothing, a longer
 * schedule may. With a decay to the planned end the last third of the fall is made by the decay itself
 * (Hägele et al. 2024), so the best at the end does not say that the end came too early.
 * Evidence: series; rate, highestRate, leftPercent; lastLabel, lastValue; gainPercentOfRange (of the last quarter).
 */
export const learningRateSpent: Rule = {
  id: 'learning-rate-spent',
  check(facts, earlier) {
    const curve = judgeable(facts);
    const { rate } = facts;
    if (!curve || !rate || !isSpent(rate)) return null;
    if (!earlier.some(({ rule }) => rule === 'still-improving')) return null;
    const { points } = curve;
    const to = points.length - 1;
    const { from, gain } = endingOf(curve);
    return findingOn({ points, from, to }, 'learning-rate-spent', 'information', {
      series: facts.monitor.name,
      rate: rate.values[rate.length - 1]!,
      highestRate: highestOf(rate),
      leftPercent: 100 * leftOf(rate),
      lastLabel: points.labelAt(to),
      lastValue: points.values[to]!,
      gainPercentOfRange: percentOf(gain, curve.smoothRange),
    });
  },
};
