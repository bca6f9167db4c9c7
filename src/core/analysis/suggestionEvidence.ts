import type { Evidence, Finding } from './analysis';
import type { Curve, Facts } from './facts';
import { expectedGain, FURTHEST } from './forecast';
import { percentOf } from './judge';
import { firstFrom } from './numerics';

/** The numbers behind a suggestion of `count`; its sentences use them. NaN where one cannot be told. */
export function evidenceOf(
  facts: Facts,
  curve: Curve,
  count: number,
  findings: readonly Finding[],
): Evidence {
  const { points, best } = curve;
  const trained = points.counts[points.length - 1]!;
  const saved = Math.max(0, trained - count);
  return {
    trained,
    evaluations: points.length,
    bestValue: best.value,
    bestLabel: best.epoch,
    bestCount: best.count,
    ...stoppingThere(facts, curve, count),
    optimumCount: best.count,
    earliestCount: count,
    savedUnits: saved,
    savedPercent: percentOf(saved, trained),
    noisePercent: percentOf(curve.noise, curve.range),
    ...becauseOf(facts, findings, curve),
    ...other(facts, count),
  };
}

/** The smoothed value at a count, and what it gives up against the optimum; NaN beyond the run. */
function stoppingThere(
  { monitor }: Facts,
  { points, smooth, optimum, range }: Curve,
  count: number,
): Evidence {
  const at = firstFrom(points.counts, count);
  if (at < 0) return { atValue: NaN, lostPercentOfRange: NaN };
  const lost = Math.max(0, smooth[at]! - smooth[optimum]!);
  return {
    atValue: monitor.goal === 'min' ? smooth[at]! : -smooth[at]!,
    lostPercentOfRange: percentOf(lost, range),
  };
}

/** The numbers of the findings that make the suggestion what it is. */
function becauseOf(facts: Facts, findings: readonly Finding[], curve: Curve): Evidence {
  const overfitting = findings.find(f => f.rule === 'overfitting')?.evidence;
  const improving = findings.find(f => f.rule === 'still-improving')?.evidence;
  return {
    ...(improving && {
      gainPerUnit: improving['gainPerUnit'] ?? NaN,
      ...(findings.some(f => f.rule === 'learning-rate-spent') ? {} : furtherGains(facts, curve)),
      atCount: improving['lastCount'] ?? NaN,
    }),
    ...(overfitting && {
      risePercent: overfitting['risePercent'] ?? NaN,
      risePercentOfRange: overfitting['risePercentOfRange'] ?? NaN,
    }),
  };
}

/** What the next count is expected to gain, and what going on to half as long again and to twice the run, in all. */
function furtherGains(facts: Facts, curve: Curve): Evidence {
  const { counts } = curve.points;
  const trained = counts[counts.length - 1]!;
  const units = Math.max(1, trained / 50);
  const [half, twice] = [1.5 * trained, FURTHEST * trained];
  return {
    nextGain: expectedGain(facts, curve, trained + units) / units,
    expectedCount: Math.round(half),
    expectedGain: expectedGain(facts, curve, half),
    furthestCount: Math.round(twice),
    furthestGain: expectedGain(facts, curve, twice),
  };
}

/** What the other view of the same evaluations, score or loss, has for a best, and what it has at the suggested count. */
function other({ other: curve, monitor }: Facts, count: number): Evidence {
  if (!curve) return {};
  const at = firstFrom(curve.points.counts, count);
  return {
    judged: monitor.name,
    other: curve.series.name,
    otherBest: curve.best.value,
    otherBestLabel: curve.best.epoch,
    otherThere: curve.points.values[at] ?? NaN,
  };
}
