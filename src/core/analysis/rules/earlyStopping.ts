import { judgeableCurve } from '../judge';
import { findingOn, type Rule } from '../rule';
import { trendOf } from '../trend';
import type { Curve, Facts } from '../facts';
import { SIGNIFICANT } from '../judge';

/** Names that logs repeat the patience under. */
const PATIENCE = ['patience', 'early_stopping_patience', 'early_stopping_rounds', 'od_wait'];

/** Waiting more than this many times as long as the curve ever needed is too long … */
const TOO_LONG = 3;

/** … where at least this many evaluations were spent on it. */
const WASTED = 10;

/**
 * Early stopping ended the run, and whether its patience was well chosen for this curve: too short where the wait still
 * had an improving trend, too long where a third of it would have kept the same model, else good.
 * Evidence: series; lastLabel; bestValue, bestLabel, bestCount; waited (evaluations since the best); patience (as logged, else NaN);
 * needed (the smallest patience that keeps the best); savedEvaluations (with it); verdict 'too-short' | 'too-long' | 'good'; z (trend over the wait).
 */
export const earlyStopping: Rule = {
  id: 'early-stopping',
  check(facts) {
    const curve = judgeableCurve(facts);
    if (!curve || facts.run.status !== 'early-stopped' || facts.divergence) return null;
    const { points, best } = curve;
    const to = points.length - 1;
    const at = points.indexOfRow(best.row);
    const waited = to - at;
    if (waited < 1) return null;
    const needed = longestWait(points.costs, at) + 1;
    const trend = trendOf(points.costs.subarray(at + 1));
    const verdict = verdictOf(curve, waited, needed, trend);
    // Who watched this curve would have stopped in the longer wait before: another one was watched.
    if (verdict === 'good' && needed > waited) return null;
    return findingOn({ points, from: at, to }, 'early-stopping', 'information', {
      series: facts.monitor.name,
      lastLabel: points.labelAt(to),
      bestValue: best.value,
      bestLabel: best.epoch,
      bestCount: best.count,
      waited,
      patience: patienceOf(facts),
      needed,
      savedEvaluations: Math.max(0, waited - needed),
      verdict,
      z: trend,
    });
  },
};

function verdictOf(curve: Curve, waited: number, needed: number, trend: number): string {
  const { costs } = curve.points;
  const last = costs[costs.length - 1]!;
  const isNear = last - costs[costs.length - 1 - waited]! < 2 * curve.noise;
  if (trend < -SIGNIFICANT && isNear) return 'too-short';
  return waited > TOO_LONG * needed && waited - needed >= WASTED ? 'too-long' : 'good';
}

/** Evaluations in a row without a new best, before the best one. */
function longestWait(costs: Float64Array, best: number): number {
  let longest = 0;
  for (let i = 1, record = 0; i <= best; i++) {
    if (!(costs[i]! < costs[record]!)) continue;
    longest = Math.max(longest, i - record - 1);
    record = i;
  }
  return longest;
}

function patienceOf({ run }: Facts): number {
  for (const name of PATIENCE) {
    const value = Number(run.parameters.get(name));
    if (Number.isInteger(value) && value >= 0) return value;
  }
  return NaN;
}
