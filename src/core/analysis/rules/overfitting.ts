import type { Evidence } from '../analysis';
import type { Curve, Facts } from '../facts';
import { judgeable, SIGNIFICANT, endingOf } from '../judge';
import { firstFrom, median } from '../numerics';
import type { AnalysisPreferences } from '../preferences';
import { riseOf, type Rise } from '../rise';
import { findingOn, type Rule } from '../rule';

/** Deviations of the jitter above the minimum that no trend has to back. */
const FAR_OUT = 10;

/** A rise below this share of the range is an information, not a warning: little is lost by it. */
const WARNING_PERCENT_OF_RANGE = 10;

/**
 * Validation ends clearly above its own smoothed minimum, with a significant trend since then, while training did not get
 * worse (or is not logged). Never the gap between training and validation: that alone scored 0.59 on the labelled curves.
 * Evidence: series; onsetLabel, onsetCount; bestValue, bestLabel, bestCount; lastValue; rise, risePercent (NaN without a natural zero), risePercentOfRange;
 * unitsSince; z; training 'falling' | 'unknown', trainSeries ('' if unknown); score ('' or the name of a score that still improves).
 */
export const overfitting: Rule = {
  id: 'overfitting',
  check(facts) {
    const curve = judgeable(facts);
    // The data of a policy and of a first pass is new: what gets worse there has no data learned by heart.
    const isFresh = facts.monitor.split === 'train';
    if (!curve || !facts.validation || isFresh || facts.divergence) return null;
    const rise = riseOf(curve);
    if (!isLarge(rise, curve, facts.preferences)) return null;
    if (facts.training && !keepsFalling(facts.training, curve.points.counts[rise.onset]!))
      return null;
    const severity = rise.percentOfRange < WARNING_PERCENT_OF_RANGE ? 'information' : 'warning';
    const { points } = curve;
    const from = since(curve, rise);
    const stretch = { points, from, to: points.length - 1 };
    return findingOn(stretch, 'overfitting', severity, evidenceOf(facts, curve, rise, from));
  },
};

/** The smoothed minimum, but never before the raw one that the sentence names: what follows that is worse. */
function since({ points, best }: Curve, { onset }: Rise): number {
  const after = points.indexOfRow(best.row) + 1;
  return Math.min(Math.max(onset, after), points.length - 1);
}

function evidenceOf(facts: Facts, curve: Curve, rise: Rise, from: number): Evidence {
  const { points, best } = curve;
  const sign = facts.monitor.goal === 'min' ? 1 : -1;
  return {
    series: facts.monitor.name,
    onsetLabel: points.labelAt(from),
    onsetCount: points.counts[from]!,
    bestValue: best.value,
    bestLabel: best.epoch,
    bestCount: best.count,
    lastValue: sign * rise.end,
    rise: rise.amount,
    risePercent: rise.percent,
    risePercentOfRange: rise.percentOfRange,
    unitsSince: points.counts[points.length - 1]! - points.counts[from]!,
    z: rise.trend,
    training: facts.training ? 'falling' : 'unknown',
    trainSeries: facts.training?.series.name ?? '',
    score: facts.other && isImproving(facts.other) ? facts.other.series.name : '',
  };
}

/** Above the threshold of its scale, and no chance: out of the jitter with a trend since the onset, or so far out that a rise which has flattened needs none. */
function isLarge(rise: Rise, curve: Curve, preferences: AnalysisPreferences): boolean {
  if (rise.amount < 2 * curve.noise) return false;
  if (rise.trend < SIGNIFICANT && rise.amount < FAR_OUT * curve.noise) return false;
  return Number.isNaN(rise.percent)
    ? rise.percentOfRange > preferences.overfittingRiseOfRange
    : rise.percent > preferences.overfittingRise;
}

/** Whether training is not worse at the end than around `count`. */
function keepsFalling(training: Curve, count: number): boolean {
  const { counts, costs } = training.points;
  const n = costs.length;
  const at = Math.max(0, firstFrom(counts, count));
  const width = Math.max(1, Math.floor(n / 20));
  const then = median(costs.subarray(Math.max(0, at - width), at + width + 1));
  return median(costs.subarray(n - Math.min(n, Math.max(3, width)))) <= then;
}

function isImproving(curve: Curve): boolean {
  return curve.points.length >= 5 && endingOf(curve).trend < -SIGNIFICANT;
}
