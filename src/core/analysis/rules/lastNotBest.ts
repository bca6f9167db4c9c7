import type { RuleId } from '../analysis';
import { isShare, topOf } from '../bounds';
import type { Curve, Facts } from '../facts';
import { judgeable, percentOf } from '../judge';
import { findingOn, type Rule } from '../rule';
import { savedNear } from '../saves';

/** Findings that say the same and more, or that another view of the run is best at its end. */
const EXPLAINED_BY: ReadonlySet<RuleId> = new Set([
  'overfitting',
  'range-test',
  'too-noisy',
  'views-disagree',
]);

/** Less than this share of a loss, or of the scale of a score, is nothing to save a checkpoint for. */
const MATTERS = 0.01;

/** Deviations of the jitter: the last of many evaluations is that far from the best by chance once in a while. */
const DEVIATIONS = 4;

/**
 * The weights of the last epoch are much worse than those of the best one: what was kept decides. Where the log tells
 * how often a checkpoint was written, the one nearest to the best is named.
 * Evidence: series; bestValue, bestLabel, bestCount; lastValue, lastLabel; worse, worsePercent (of the best, NaN without a
 * natural zero), worsePercentOfRange; saved 'yes' | 'no' | 'unknown'; savedEvery, savedCount, savedValue (NaN if unknown).
 */
export const lastNotBest: Rule = {
  id: 'last-not-best',
  check(facts, earlier) {
    const curve = judgeable(facts);
    if (!curve || !facts.validation || facts.divergence) return null;
    if (earlier.some(({ rule }) => EXPLAINED_BY.has(rule))) return null;
    const { points, best } = curve;
    const to = points.length - 1;
    const worse = points.costs[to]! - points.costs[indexOf(curve, best.row)]!;
    const share = percentOf(worse, curve.range);
    if (worse < Math.max(DEVIATIONS * curve.noise, MATTERS * scaleOf(curve))) return null;
    if (share < facts.preferences.lastWorse) return null;
    return findingOn({ points, from: to, to }, 'last-not-best', 'warning', {
      series: facts.monitor.name,
      bestValue: best.value,
      bestLabel: best.epoch,
      bestCount: best.count,
      lastValue: points.values[to]!,
      lastLabel: points.labelAt(to),
      worse,
      worsePercent: percentOfBest(facts, worse, best.value),
      worsePercentOfRange: share,
      ...savedEvidence(facts, curve),
    });
  },
};

/** The level of a loss, one (or a hundred) for a share; 0 for anything else, of which nothing is asked. */
function scaleOf({ series, points, best }: Curve): number {
  if (isShare(series)) return topOf(points.values);
  return series.goal === 'min' ? Math.max(0, best.value) : 0;
}

function indexOf({ points }: Curve, row: number): number {
  return points.indexOfRow(row);
}

function percentOfBest({ monitor }: Facts, worse: number, best: number): number {
  return monitor.goal === 'min' && best > 0 ? (100 * worse) / best : NaN;
}

function savedEvidence({ run }: Facts, curve: Curve): Record<string, number | string> {
  const near = savedNear(run, curve.points, curve.best.count);
  if (!near) return { saved: 'unknown', savedEvery: NaN, savedCount: NaN, savedValue: NaN };
  return {
    saved: near.count === curve.best.count ? 'yes' : 'no',
    savedEvery: near.every,
    savedCount: near.count,
    savedValue: near.value,
  };
}
