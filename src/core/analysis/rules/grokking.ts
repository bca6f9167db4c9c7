import { isShare, topOf } from '../bounds';
import { curveFor, type Curve, type Facts } from '../facts';
import { findingOn, type Rule } from '../rule';
import type { Series } from '../../run/run';
import { firstFrom } from '../numerics';

/** Training is perfect, and validation has learned little, as shares of the highest score there is (Power et al. 2022 report 1 and near chance). */
const PERFECT = 0.995;
const POOR = 0.5;

/** It takes long: fewer counts than this are a run that overfits. */
const LONG = { epoch: 500, round: Infinity, step: 5_000, iteration: 5_000 } as const;

/** Training has been perfect for this share of the run. */
const SINCE = 0.5;

/** Evaluations below which a share of the run says nothing. */
const FEWEST = 20;

/**
 * Training has long been perfect and validation is poor and flat: on small algorithmic data with weight decay
 * validation may still jump, much later (grokking, Power et al. 2022). A caveat, and only there.
 * Evidence: series, lastValue (validation score); trainSeries, trainValue; sinceLabel, sinceCount; unitsSince.
 */
export const grokking: Rule = {
  id: 'grokking',
  check(facts) {
    const scores = scoresOf(facts);
    if (!scores) return null;
    const { training, validation } = scores;
    const { points } = validation;
    const to = points.length - 1;
    const trained = points.counts[to]!;
    if (trained < LONG[facts.run.unit] || points.length < FEWEST) return null;
    const top = topOf(training.points.values);
    const at = training.points.values.findIndex(value => value >= PERFECT * top);
    if (at < 0 || training.points.counts[at]! > (1 - SINCE) * trained) return null;
    if (training.points.values.subarray(at).some(value => value < (2 * PERFECT - 1) * top))
      return null;
    if (validation.best.value > POOR * top) return null;
    const from = firstFrom(points.counts, training.points.counts[at]!);
    if (from < 0) return null;
    return findingOn({ points, from, to }, 'grokking', 'information', {
      series: validation.series.name,
      lastValue: points.values[to]!,
      trainSeries: training.series.name,
      trainValue: training.points.values[training.points.length - 1]!,
      sinceLabel: points.labelAt(from),
      sinceCount: points.counts[from]!,
      unitsSince: trained - points.counts[from]!,
    });
  },
};

/** Whether the raw values allow it, which saves looking at most runs closely. */
function isPossible(training: Series, validation: Series): boolean {
  const values = training.values.glance();
  const top = topOf(values);
  return (
    values.some(value => value >= PERFECT * top) &&
    !validation.values.some(value => value > POOR * top)
  );
}

/** The same share measured on training and on validation data; null where there is none. */
function scoresOf(facts: Facts): { readonly training: Curve; readonly validation: Curve } | null {
  const { series } = facts.run;
  const held = series.find(s => s.split === 'validation' && isShare(s));
  const trained = held && series.find(s => s.split === 'train' && s.metric === held.metric);
  if (!held || !trained || !isPossible(trained, held)) return null;
  const validation = curveFor(facts, held);
  const training = curveFor(facts, trained);
  return validation && training ? { training, validation } : null;
}
