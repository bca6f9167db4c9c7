import type { RuleId } from '../analysis';
import type { Curve, Facts } from '../facts';
import { endingOf, judgeable, percentOf, SIGNIFICANT, tolerance } from '../judge';
import { findingOn, type Rule } from '../rule';

/** Findings that say more about a long end without improvement. */
const EXPLAINED_BY: ReadonlySet<RuleId> = new Set(['overfitting', 'still-improving']);

/** Fewer evaluations than this in a row without improvement are no plateau. */
const FEWEST = 5;

/** A curve that never got this far from its start, as a share of the start, has not learned. */
const HARDLY = 0.01;

/**
 * A long end without any improvement beyond the noise: time that could have been saved, or a run that never learned.
 * Silent where overfitting or an improvement explains the end.
 * Evidence: series; sinceLabel, sinceCount; unitsSince, evaluationsSince; bestValue, bestLabel, bestCount; lastValue;
 * gain, gainPercentOfRange (of the smoothed curve in that stretch); fromStart 'yes' | 'no';
 * training 'learned' | 'unknown': whether, with `fromStart`, training got clearly better than it was at its start.
 */
export const plateau: Rule = {
  id: 'plateau',
  check(facts, earlier) {
    const curve = judgeable(facts);
    if (!curve || facts.divergence) return null;
    const never = neverLearned(curve);
    const from = never ? 0 : flatSince(curve);
    const { counts } = curve.points;
    if (!(counts[counts.length - 1]! > counts[from]!)) return null;
    if (!never && !isLong(curve, from, facts.preferences.plateauShare)) return null;
    if (earlier.some(({ rule }) => EXPLAINED_BY.has(rule))) return null;
    const { points, best, smooth } = curve;
    const last = points.length - 1;
    const gain = Math.max(0, smooth[from]! - smooth[curve.optimum]!);
    return findingOn({ points, from, to: last }, 'plateau', 'information', {
      series: facts.monitor.name,
      sinceLabel: points.labelAt(from),
      sinceCount: points.counts[from]!,
      unitsSince: points.counts[last]! - points.counts[from]!,
      evaluationsSince: last - from,
      bestValue: best.value,
      bestLabel: best.epoch,
      bestCount: best.count,
      lastValue: points.values[last]!,
      gain,
      gainPercentOfRange: percentOf(gain, curve.smoothRange),
      fromStart: never ? 'yes' : 'no',
      training: never ? learned(facts) : 'unknown',
    });
  },
};

/** First index from which nothing later is better by more than the tolerance. */
function flatSince(curve: Curve): number {
  const limit = curve.smooth[curve.optimum]! + tolerance(curve);
  return curve.smooth.findIndex(cost => cost <= limit);
}

/** Whether the end is long enough to matter, and does not creep down to a new best. */
function isLong(curve: Curve, from: number, share: number): boolean {
  const last = curve.points.length - 1;
  if (last - from < Math.max(FEWEST, share * last)) return false;
  return curve.optimum < last - 1 || endingOf(curve).trend >= -SIGNIFICANT;
}

/** Asked only where it counts: a training of millions of steps is smoothed for it. */
function learned({ training }: Facts): 'learned' | 'unknown' {
  return training !== null && !neverLearned(training) ? 'learned' : 'unknown';
}

/** Whether the whole run is hardly better than its start. */
function neverLearned(curve: Curve): boolean {
  const start = curve.smooth[0]!;
  const gain = start - curve.smooth[curve.optimum]!;
  return gain < Math.max(2 * curve.noise, HARDLY * Math.abs(start));
}
