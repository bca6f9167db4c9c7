import type { Curve, Facts } from '../facts';
import { judgeableCurve } from '../judge';
import { firstFrom, median } from '../numerics';
import { raisesOf } from '../rate';
import { findingOn, type Rule } from '../rule';

/** More of them than this share of the records: two groups of parameters logged in turn. */
const RARE = 0.05;

/** Evaluations that give the level before and after. */
const SIDE = 3;

/**
 * One training with several beginnings: the learning-rate schedule starts anew (warm restarts, or a launch that resumed
 * without its schedule), or a later log goes on where an earlier one ended.
 * Evidence: series; kind 'schedule' | 'resumed'; restarts (how many); label, count of the last; before, after (medians of
 * three evaluations around the last, NaN at an end); setBack 'yes' | 'no'; rate (NaN unless kind schedule).
 */
export const restarts: Rule = {
  id: 'restarts',
  check(facts, earlier) {
    const curve = judgeableCurve(facts);
    if (!curve || facts.divergence || earlier.some(({ rule }) => rule === 'range-test'))
      return null;
    return scheduled(facts, curve) ?? resumed(facts, curve);
  },
};

function scheduled(facts: Facts, curve: Curve): ReturnType<Rule['check']> {
  const { rate } = facts;
  const raises = rate ? raisesOf(rate) : [];
  const last = raises.at(-1);
  if (!rate || last === undefined || raises.length > Math.max(1, RARE * rate.length)) return null;
  return about(facts, curve, {
    kind: 'schedule',
    restarts: raises.length,
    count: rate.counts[last]!,
    rate: rate.values[last]!,
  });
}

/** Rows of another log from some place on: a resumed launch. Logs whose rows alternate are parts of one launch. */
function resumed(facts: Facts, curve: Curve): ReturnType<Rule['check']> {
  const { run } = facts;
  if (run.logs.length < 2 || run.format !== 'tfevents') return null;
  const { points } = curve;
  const logs = Array.from({ length: points.length }, (_, i) => run.rows.log.at(points.rowAt(i)));
  const changes = logs.flatMap((log, i) => (i > 0 && log !== logs[i - 1] ? [i] : []));
  const last = changes.at(-1);
  if (last === undefined || changes.length >= new Set(run.logs).size) return null;
  const count = points.counts[last]!;
  return about(facts, curve, { kind: 'resumed', restarts: changes.length, count, rate: NaN });
}

interface Restart {
  readonly kind: 'schedule' | 'resumed';
  readonly restarts: number;
  readonly count: number;
  readonly rate: number;
}

function about(facts: Facts, curve: Curve, restart: Restart): ReturnType<Rule['check']> {
  const { points, noise } = curve;
  const at = firstFrom(points.counts, restart.count);
  const from = at < 0 ? points.length - 1 : at;
  const before = median(points.costs.subarray(Math.max(0, from - SIDE), from));
  const after = median(points.costs.subarray(from, from + SIDE));
  const sign = facts.monitor.goal === 'min' ? 1 : -1;
  return findingOn({ points, from, to: points.length - 1 }, 'restarts', 'information', {
    series: facts.monitor.name,
    ...restart,
    label: points.labelAt(from),
    before: sign * before,
    after: sign * after,
    setBack: after - before > Math.max(3 * noise, 0.05 * curve.range) ? 'yes' : 'no',
  });
}
