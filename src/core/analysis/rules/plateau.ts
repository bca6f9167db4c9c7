import type { Curve } from '../facts';
import { endingOf, judgeable, SIGNIFICANT, tolerance } from '../judge';
import type { Rule } from '../rule';
import { overfitting } from './overfitting';
import { stillImproving } from './stillImproving';

/** Fewer evaluations than this in a row without improvement are no plateau. */
const FEWEST = 5;

/** A curve that never got this far from its start, as a share of the start, has not learned. */
const HARDLY = 0.01;

/**
 * A long end without any improvement beyond the noise: time that could have been saved, or a run that never learned.
 * Evidence: series; sinceLabel, sinceCount; unitsSince, evaluationsSince; bestValue, bestLabel, bestCount; lastValue;
 * gain, gainPercentOfRange (of the smoothed curve in that stretch); fromStart 'yes' | 'no'.
 */
export const plateau: Rule = {
  id: 'plateau',
  check(facts) {
    const curve = judgeable(facts);
    if (!curve || facts.divergence) return null;
    const { points, best, smooth } = curve;
    const last = points.length - 1;
    const since = flatSince(curve);
    const never = neverLearned(curve);
    const long = last - since >= Math.max(FEWEST, facts.preferences.plateauShare * last);
    if (!long && !never) return null;
    if (endingOf(curve).trend < -SIGNIFICANT && !never && curve.optimum >= last - 1) return null;
    if (overfitting.check(facts) ?? stillImproving.check(facts)) return null;
    const from = never ? 0 : since;
    const gain = Math.max(0, smooth[from]! - smooth[curve.optimum]!);
    return {
      rule: 'plateau',
      severity: 'information',
      from: points.labels[from]!,
      to: points.labels[last]!,
      fromRow: points.rows[from]!,
      toRow: points.rows[last]!,
      evidence: {
        series: facts.monitor.name,
        sinceLabel: points.labels[from]!,
        sinceCount: points.counts[from]!,
        unitsSince: points.counts[last]! - points.counts[from]!,
        evaluationsSince: last - from,
        bestValue: best.value,
        bestLabel: best.epoch,
        bestCount: best.count,
        lastValue: points.values[last]!,
        gain,
        gainPercentOfRange: curve.smoothRange > 0 ? (100 * gain) / curve.smoothRange : 0,
        fromStart: never ? 'yes' : 'no',
      },
    };
  },
};

/** First index from which nothing later is better by more than the tolerance. */
function flatSince(curve: Curve): number {
  const limit = curve.smooth[curve.optimum]! + tolerance(curve);
  return curve.smooth.findIndex(cost => cost <= limit);
}

/** Whether the whole run is hardly better than its start. */
function neverLearned(curve: Curve): boolean {
  const start = curve.smooth[0]!;
  const gain = start - curve.smooth[curve.optimum]!;
  return gain < Math.max(3 * curve.noise, HARDLY * Math.abs(start));
}
