import type { Caveat, Evidence, Finding, RunState, Suggestion, SuggestionReason } from './analysis';
import { caveatsOf } from './caveats';
import { chosenIndex } from './choose';
import { extrapolate } from './extrapolate';
import type { Curve, Facts } from './facts';
import { expectedGain, FURTHEST } from './forecast';
import { judgeableCurve, percentOf, tolerance } from './judge';
import { clamp } from './numerics';
import { plausibleCounts } from './plausible';

/** How often the range of one run held the optimum of another run of the same thing, at most: see docs/advice.md. */
const SUREST = 0.75;

/** What a run that still improves is told to try, in times of its length; nothing is known of what lies further. */
const LONGER = [1.2, 1.3, 1.4, 1.5];

/** Fewer evaluations than this make a range that is too wide to be sure of. */
const SURE_EVALUATIONS = 10;

/**
 * How many epochs (or steps, rounds) the run supports. Null when it diverged, never learned, is too short, has no held-out metric, or was a learning-rate range test.
 *
 * Inside the run: the earliest count that is as good as the smoothed optimum within noise, in the range of plausibleCounts.
 * Still improving: where the expected further gain becomes small, at most half as long again; the range starts at the length
 * of the run, as a second one that is no longer may well do its best at its end.
 */
export function suggest(
  facts: Facts,
  state: RunState,
  findings: readonly Finding[],
): Suggestion | null {
  const curve = judgeableCurve(facts);
  if (!curve || !facts.validation || state === 'diverged' || state === 'plateau') return null;
  if (findings.some(({ rule }) => rule === 'range-test')) return null;
  const range = state === 'improving' ? beyond(curve) : inside(curve);
  const caveats = caveatsOf(facts, state, range, findings);
  return {
    ...range,
    unit: facts.run.unit,
    confidence: confidenceOf(curve, range, caveats),
    reason: reasonOf(curve, state, range.epochs),
    evidence: evidenceOf(facts, curve, range, findings),
    caveats,
  };
}

/** Counts to train: `low` ≤ `epochs` ≤ `high`, whole numbers of at least one. */
interface Range {
  readonly epochs: number;
  readonly low: number;
  readonly high: number;
}

function inside(curve: Curve): Range {
  const epochs = whole(curve.points.counts[chosenIndex(curve)]!);
  const [low, high] = plausibleCounts(curve);
  return {
    epochs,
    low: Math.min(epochs, Math.max(1, Math.floor(low))),
    high: Math.max(epochs, Math.ceil(high)),
  };
}

function beyond(curve: Curve): Range {
  const { counts, costs } = curve.points;
  const trained = counts[counts.length - 1]!;
  const far = (times: number): number => extrapolate(counts, costs, times * trained).mixed;
  const end = far(FURTHEST);
  const small = tolerance(curve) / 2;
  const most = LONGER[LONGER.length - 1]!;
  const enough = LONGER.find(times => far(times) - end < small) ?? most;
  const low = Math.max(1, Math.floor(trained));
  const epochs = Math.max(whole(enough * trained), low + 1);
  return { epochs, low, high: Math.max(epochs, whole(most * trained)) };
}

function reasonOf(curve: Curve, state: RunState, epochs: number): SuggestionReason {
  if (state === 'improving') return 'still-improving';
  if (state === 'overfitting') return 'overfitting';
  return epochs < whole(curve.best.count) ? 'within-noise' : 'lowest-validation';
}

/** 0–1: narrower ranges, more evaluations and fewer caveats make it surer; no surer than the range was on other runs of the same thing. */
function confidenceOf(curve: Curve, range: Range, caveats: readonly Caveat[]): number {
  const n = curve.points.length;
  const trained = curve.points.counts[n - 1]!;
  const width = clamp((range.high - range.low) / Math.max(trained, 1), 0, 1);
  const doubts = caveats.filter(c => c !== 'single-run').length;
  const sure = SUREST * (1 - width / 2) * (n / (n + SURE_EVALUATIONS / 2)) * 0.9 ** doubts;
  return Math.round(100 * clamp(sure, 0.05, SUREST)) / 100;
}

function evidenceOf(
  facts: Facts,
  curve: Curve,
  range: Range,
  findings: readonly Finding[],
): Evidence {
  const { points, best } = curve;
  const trained = points.counts[points.length - 1]!;
  const saved = Math.max(0, trained - range.epochs);
  return {
    trained,
    evaluations: points.length,
    bestValue: best.value,
    bestLabel: best.epoch,
    bestCount: best.count,
    ...stoppingThere(facts, curve, range.epochs),
    optimumCount: best.count,
    earliestCount: range.epochs,
    savedUnits: saved,
    savedPercent: percentOf(saved, trained),
    noisePercent: percentOf(curve.noise, curve.range),
    ...becauseOf(findings, curve, range),
  };
}

/** The smoothed value at a count, and what it gives up against the optimum; NaN beyond the run. */
function stoppingThere(
  { monitor }: Facts,
  { points, smooth, optimum, range }: Curve,
  count: number,
): Evidence {
  const at = points.counts.findIndex(c => c >= count);
  if (at < 0) return { atValue: NaN, lostPercentOfRange: NaN };
  const lost = Math.max(0, smooth[at]! - smooth[optimum]!);
  return {
    atValue: monitor.goal === 'min' ? smooth[at]! : -smooth[at]!,
    lostPercentOfRange: percentOf(lost, range),
  };
}

/** The numbers of the findings that make the suggestion what it is. */
function becauseOf(findings: readonly Finding[], curve: Curve, range: Range): Evidence {
  const overfitting = findings.find(f => f.rule === 'overfitting')?.evidence;
  const improving = findings.find(f => f.rule === 'still-improving')?.evidence;
  return {
    ...(improving && {
      gainPerUnit: improving['gainPerUnit'] ?? NaN,
      expectedGain: expectedGain(curve, range.high),
      atCount: improving['lastCount'] ?? NaN,
    }),
    ...(overfitting && {
      risePercent: overfitting['risePercent'] ?? NaN,
      risePercentOfRange: overfitting['risePercentOfRange'] ?? NaN,
    }),
  };
}

function whole(count: number): number {
  return Math.max(1, Math.round(count));
}
