import type { Curve } from '../facts';
import { judgeable } from '../judge';
import { arePositive, median } from '../numerics';
import { findingOn, type Rule } from '../rule';

/** Share of the compared evaluations at which validation must be below. */
const THROUGHOUT = 0.95;

/** Deviations of both jitters that the gap must exceed. */
const DEVIATIONS = 2;

/** Evaluations compared at least. */
const FEWEST = 8;

/**
 * Validation loss far below training loss from beginning to end. Dropout, augmentation, label smoothing and a training
 * loss averaged over the epoch put it somewhat below, so only a large gap that does not close is a hint at validation
 * data that was trained on, or at an easier validation set. Never more than a hint.
 * Evidence: series, trainSeries; value, trainValue (medians of the last quarter); belowPercent (of training); comparedEvaluations; closing 'yes' | 'no'.
 */
export const validationLeak: Rule = {
  id: 'validation-leak',
  check(facts) {
    const curve = judgeable(facts);
    const { training, preferences } = facts;
    if (!curve || !training || !facts.validation || facts.divergence) return null;
    if (!isComparable(curve, training)) return null;
    const { points } = curve;
    if (points.length < FEWEST) return null;
    const below = countBelow(preferences.leakShare, curve, training);
    if (below < THROUGHOUT * points.length) return null;
    const value = endOf(curve);
    const trainValue = endOf(training);
    if (trainValue - value < DEVIATIONS * Math.hypot(curve.noise, training.noise)) return null;
    const stretch = { points, from: 0, to: points.length - 1 };
    return findingOn(stretch, 'validation-leak', 'information', {
      series: curve.series.name,
      trainSeries: training.series.name,
      value,
      trainValue,
      belowPercent: 100 * (1 - value / trainValue),
      comparedEvaluations: points.length,
    });
  },
};

/** The same positive loss on both sides: sums of different parts, or of regularisation on one side, are no comparison. */
function isComparable(curve: Curve, training: Curve): boolean {
  const [a, b] = [curve.series, training.series];
  if (a.goal !== 'min' || a.metric !== b.metric) return false;
  return [curve, training].every(({ points }) => arePositive(points.values));
}

/** At how many evaluations validation over training is less than a share. */
function countBelow(share: number, { points }: Curve, training: Curve): number {
  let below = 0;
  const { counts, values, length } = training.points;
  for (let i = 0, j = 0; i < points.length; i++) {
    while (j < length - 1 && counts[j]! < points.counts[i]!) j++;
    if (points.values[i]! / values[j]! < share) below++;
  }
  return below;
}

function endOf({ points }: Curve): number {
  const n = points.length;
  return median(points.values.subarray(n - Math.max(1, Math.ceil(n / 4))));
}
