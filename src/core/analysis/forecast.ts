import type { Forecast } from './analysis';
import { bestAhead } from './bestAhead';
import { isShare, topOf } from './bounds';
import { courseOf, level } from './extrapolate';
import type { Curve, Facts } from './facts';
import { chance, weigh, type Head } from './head';
import { highHead, improvesHead, lowHead, middleHead } from './heads';
import { judgeableCurve } from './judge';
import { clamp, spread } from './numerics';
import { forecastInputs, improvesInputs, outlookOf, type OutlookInput } from './outlook';
import { plannedCount } from './plan';
import { isDecaying } from './rate';
import { segmentStart } from './segment';

/** A forecast reaches at most this many times as far as the run did. */
export const FURTHEST = 2;

/**
 * Where an unfinished run is heading at its planned end, with an 80 % range, and whether the rest will improve the best.
 * Three linear quantile heads over what the prefix looks like, extrapolations by powers and exponentials among it; they are
 * relative to the last value and close as the end comes near. Null without a plan, at its end, and for less than five evaluations.
 */
export function forecast(facts: Facts): Forecast | null {
  const curve = judgeableCurve(facts);
  const end = plannedCount(facts.run);
  if (!curve || !facts.validation || facts.divergence || end === null) return null;
  const { counts, costs } = curve.points;
  const now = counts[counts.length - 1]!;
  if (!(end > now) || !(now > 0)) return null;
  const outlook = outlookOf({ counts, costs, end, noise: curve.noise }, segmentStart(facts, curve));
  const at = (head: Head<(typeof forecastInputs)[number]>): number =>
    costs[costs.length - 1]! +
    weigh(head, forecastInputs, outlook) * spread(costs) * Math.sqrt(1 - now / end);
  const middle = at(middleHead);
  const improves = improvesChance(outlook);
  return inUnits(facts, curve, {
    atCount: end,
    value: middle,
    low: Math.min(at(lowHead), middle),
    high: Math.max(at(highHead), middle),
    improves,
    ...bestAhead(improves, curve.best.count, now, end),
    decays: facts.rate !== null && isDecaying(facts.rate),
  });
}

function improvesChance(outlook: Readonly<Record<OutlookInput, number>>): number {
  return chance(weigh(improvesHead, improvesInputs, outlook));
}

/** Costs back to values: where higher is better the range turns over. */
function inUnits({ monitor, all }: Facts, { series }: Curve, costs: Forecast): Forecast {
  // A loss that never was below zero is not forecast there.
  const least = isBelowZero(all.costs) ? -Infinity : 0;
  const [value, low] = [Math.max(costs.value, least), Math.max(costs.low, least)];
  if (monitor.goal === 'min') return { ...costs, value, low, high: Math.max(costs.high, value) };
  const inBounds = isShare(series) ? within(all.values) : (score: number): number => score;
  const [middle, worst, best] = [-costs.value, -costs.high, -costs.low].map(inBounds);
  return { ...costs, value: middle!, low: worst!, high: best! };
}

/** A share is not forecast below 0, nor above the highest value that it can have, unless it was logged there. */
function within(values: Float64Array): (score: number) => number {
  const top = topOf(values);
  const isOff = values.some(value => value > top || value < 0);
  return score => (isOff ? score : clamp(score, 0, top));
}

function isBelowZero(costs: Float64Array): boolean {
  for (let i = 0; i < costs.length; i++) if (costs[i]! < 0) return true;
  return false;
}

/** What training on from now to `count` should still gain, in units of the metric, ≥ 0; NaN beyond twice the run. */
export function expectedGain(facts: Pick<Facts, 'rate'>, curve: Curve, count: number): number {
  const from = segmentStart(facts, curve);
  const now = curve.points.counts.at(-1)!;
  if (count > FURTHEST * now) return NaN;
  const costs = curve.points.costs.subarray(from);
  return Math.max(0, level(costs) - courseOf(curve.points, from)(count).mixed);
}
