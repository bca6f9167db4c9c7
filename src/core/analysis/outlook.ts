import { courseOf } from './extrapolate';
import { luck } from './luck';
import { noiseOf } from './noise';
import { argmin, clamp, median, spread, type Numbers } from './numerics';
import { inBlocks, trendOf } from './trend';

/** The evaluations up to some moment, and where the run is planned to end: nothing later. */
export interface Prefix {
  /** Ascending, positive. */
  readonly counts: Numbers;
  /** Finite, lower is better, as many as counts. */
  readonly costs: Numbers;
  /** The count the run will end at. */
  readonly end: number;
  /** Standard deviation of the jitter where it is known already. */
  readonly noise?: number;
}

/** What the fitted heads look at, free of units, in the order of their coefficients. */
export const stopInputs = [
  'sinceShare',
  'sincePlanned',
  'progress',
  'evaluationsLog',
  'trend',
] as const;
export const improvesInputs = [
  'sinceShare',
  'sincePlanned',
  'progress',
  'mixed',
  'powers',
  'disagreement',
  'luck',
] as const;
export const forecastInputs = [
  'sinceShare',
  'progress',
  'evaluationsLog',
  'gap',
  'noise',
  'slope',
  'mixed',
  'powers',
  'exponentials',
] as const;

export type StopInput = (typeof stopInputs)[number];
export type OutlookInput =
  StopInput | (typeof improvesInputs)[number] | (typeof forecastInputs)[number];

/** Points the trend is tested on at most: it is asked at every evaluation of a run. */
const TREND_POINTS = 60;

/** What `improves` is about: better than the best by more than this share of the range so far. */
const WORTHWHILE = 0.01;

/** Relative measures are bounded, so that one wild curve cannot carry a sum away. */
const BOUND = 3;

/**
 * How long ago the best was and whether it is still getting better; `best` is its index. All finite.
 * - sinceShare: evaluations since the best / evaluations; sincePlanned: counts since the best / planned counts;
 * - progress: counts / planned counts; evaluationsLog: ln(evaluations);
 * - trend: Mann–Kendall over the last third, at least four evaluations, / 4, bounded by ±2.
 */
export function stopOutlook(prefix: Prefix, best: number): Readonly<Record<StopInput, number>> {
  const { counts, costs } = prefix;
  const n = costs.length;
  const now = counts[n - 1]!;
  const end = Math.max(prefix.end, now);
  const third = Math.min(n, Math.max(4, Math.floor(n / 3)));
  return {
    sinceShare: (n - 1 - best) / n,
    sincePlanned: end > 0 ? (now - counts[best]!) / end : 0,
    progress: end > 0 ? now / end : 1,
    evaluationsLog: Math.log(n),
    trend: clamp(trendOf(inBlocks(part(costs, n - third, n), TREND_POINTS)), -8, 8) / 4,
  };
}

/**
 * The same, and where the curve stands and heads for, relative to the range so far:
 * - gap: level now (median of three) above the best; noise: jitter; slope: median of the last quarter less that of the one before;
 * - mixed, powers, exponentials: extrapolations to the end less the level now; disagreement: their spread;
 * - luck: probability that one of the evaluations left is better than the best by 1 % of the range, when they scatter by the
 *   jitter and the disagreement around where the extrapolations end.
 * They are fitted from index `from` on, where a step of the learning rate began another curve.
 */
export function outlookOf(prefix: Prefix, from = 0): Readonly<Record<OutlookInput, number>> {
  const { counts, costs } = prefix;
  const n = costs.length;
  const range = spread(costs) || 1;
  const best = argmin(costs);
  const now = median(part(costs, n - 3, n));
  const far = courseOf(prefix, from)(Math.max(prefix.end, counts[n - 1]!));
  const quarter = Math.max(1, Math.floor(n / 4));
  const slope =
    median(part(costs, n - quarter, n)) - median(part(costs, n - 2 * quarter, n - quarter));
  const relative = (value: number): number => clamp(value / range, -BOUND, BOUND);
  const [gap, noise] = [relative(now - costs[best]!), relative(prefix.noise ?? noiseOf(costs))];
  const [mixed, disagreement] = [relative(far.mixed - now), relative(far.spread)];
  return {
    ...stopOutlook(prefix, best),
    gap,
    noise,
    slope: relative(slope),
    mixed,
    powers: relative(far.powers - now),
    exponentials: relative(far.exponentials - now),
    disagreement,
    luck: luck(WORTHWHILE + gap + mixed, Math.hypot(noise, disagreement), left(prefix)),
  };
}

/** How many evaluations are left if they go on at the pace they came, at least one. */
function left({ counts, costs, end }: Prefix): number {
  const n = costs.length;
  const now = counts[n - 1]!;
  return now > 0 ? Math.max(1, n * (end / now - 1)) : 1;
}

function part(values: Numbers, from: number, to: number): Float64Array {
  const start = Math.max(0, from);
  if (values instanceof Float64Array) return values.subarray(start, Math.max(start, to));
  return Float64Array.from({ length: Math.max(0, to - start) }, (_, i) => values[start + i]!);
}
