import type { Curve, Facts } from '../facts';
import { judgeable, percentOf } from '../judge';
import { findingOn, type Rule } from '../rule';
import { trendOf } from '../trend';
import { arePositive } from '../numerics';

/** A curve this straight has not bent: the second half gained at least this share of all. A fall by 1 − 1/e has 0.38, one that is nearly done 0.1. */
const STRAIGHT = 0.4;

/** A trend that is no chance: one-sided 0.1 %. */
const CLEAR = 3.1;

/** Fewer evaluations than this do not show how a curve bends. */
const FEWEST = 10;

/**
 * The loss falls steadily and hardly at all: after the whole run it has gained a few percent of its start, and the
 * second half as much as the first. Training is asked, as validation may be slow for other reasons.
 * AutoTrainer's slow convergence (Zhang et al. 2021) asks for less than 1 point of accuracy an epoch; that is most real runs.
 * Evidence: series; firstValue, lastValue; gainPercent (of the start); lateSharePercent (of the gain, in the second half); evaluations, units (trained between them); z; rate (highest, NaN unknown).
 */
export const slowLearning: Rule = {
  id: 'slow-learning',
  check(facts) {
    const curve = facts.training ?? judgeable(facts);
    if (!curve || facts.divergence || !isPositiveLoss(curve)) return null;
    const { points } = curve;
    const to = points.length - 1;
    const [first, last] = [curve.smoothAt(0), curve.smoothAt(to)];
    const gain = first - last;
    const gainPercent = percentOf(gain, first);
    if (points.length < FEWEST || !(gainPercent < facts.preferences.slowGain)) return null;
    if (gain < 5 * curve.noise) return null;
    const late = (curve.smoothAt(to >> 1) - last) / gain;
    const trend = trendOf(points.costs);
    if (late < STRAIGHT || trend > -CLEAR) return null;
    return findingOn({ points, from: 0, to }, 'slow-learning', 'information', {
      series: curve.series.name,
      firstValue: first,
      lastValue: last,
      gainPercent,
      lateSharePercent: 100 * late,
      evaluations: points.length,
      units: points.counts[to]! - points.counts[0]!,
      z: trend,
      rate: highestRate(facts),
    });
  },
};

function isPositiveLoss({ series, points }: Curve): boolean {
  return series.goal === 'min' && arePositive(points.values);
}

function highestRate({ rate }: Facts): number {
  return rate ? rate.values.reduce((a, b) => Math.max(a, b), 0) : NaN;
}
