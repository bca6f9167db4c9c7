import type { Curve, Facts } from './facts';
import { spread } from './numerics';
import { trendOf } from './trend';

/** One-sided 5 % point of the normal distribution: what counts as a trend. */
export const SIGNIFICANT = 1.645;

/** The curve where it has enough evaluations to be judged; null when it is too short. */
export function judgeableCurve({ curve, preferences }: Facts): Curve | null {
  return curve && curve.points.length >= preferences.minimumEvaluations ? curve : null;
}

/** The same where it is not too noisy either. */
export function judgeable(facts: Facts): Curve | null {
  const curve = judgeableCurve(facts);
  return curve && !isNoisy(curve, facts.preferences.noisySpan) ? curve : null;
}

/** Jitter above this share of the raw range is a lot: the noisiest tenth of 1,164 real curves. */
const MUCH = 0.138;

/**
 * Whether the smoothed curve moves less than `span` standard deviations of the jitter: all of it, or, where the jitter is a
 * large part of the range, what comes after the first quarter, as a first fall out of the noise tells nothing of the rest.
 */
export function isNoisy(curve: Curve, span: number): boolean {
  const { noise, smooth, smoothRange, range } = curve;
  if (!(noise > 0)) return false;
  // Most rules ask; the span of the whole is known.
  if (!(noise > MUCH * range)) return smoothRange < span * noise;
  return spread(smooth.subarray(Math.ceil(smooth.length / 4))) < span * noise;
}

/** The last quarter of a curve, at least four evaluations: what it is doing now. */
export interface Ending {
  readonly from: number;
  /** Mann–Kendall of the raw costs; negative while it improves. */
  readonly trend: number;
  /** What the smoothed curve gained in it, in units of the metric. */
  readonly gain: number;
}

export function endingOf(curve: Curve): Ending {
  const known = endings.get(curve) ?? endingFound(curve);
  endings.set(curve, known);
  return known;
}

/** Several rules ask for it. */
const endings = new WeakMap<Curve, Ending>();

function endingFound(curve: Curve): Ending {
  const n = curve.points.length;
  const from = Math.max(0, n - Math.max(4, Math.ceil(n / 4)));
  return {
    from,
    trend: trendOf(curve.points.costs.subarray(from)),
    gain: curve.smooth[from]! - curve.smooth[n - 1]!,
  };
}

/** Better than this share of the range (or one deviation of the jitter) is an improvement: between runs of one thing, curves differ by about as much. */
export const WORTH = 0.02;

/** 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? (100 * part) / whole : 0;
}

/** What is within the noise of the smoothed minimum, in units of the metric. */
export function tolerance(curve: Curve): number {
  return Math.max(curve.noise, WORTH * curve.smoothRange);
}
