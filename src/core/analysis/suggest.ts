import type { Caveat, Finding, RunState, Suggestion, SuggestionReason } from './analysis';
import { caveatsOf } from './caveats';
import { chosenIndex } from './choose';
import { courseOf } from './extrapolate';
import type { Curve, Facts } from './facts';
import { FURTHEST } from './forecast';
import { judgeableCurve, tolerance } from './judge';
import { clamp } from './numerics';
import { plannedCount } from './plan';
import { plausibleCounts, plausibleWidth } from './plausible';
import { segmentStart } from './segment';
import { evidenceOf } from './suggestionEvidence';

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
  const range = state === 'improving' ? beyond(facts, curve) : inside(facts, curve);
  const caveats = caveatsOf(facts, state, range, findings);
  return {
    ...range,
    unit: facts.run.unit,
    confidence: confidenceOf(curve, range, caveats),
    reason: reasonOf(curve, state, range.epochs),
    evidence: evidenceOf(facts, curve, range.epochs, findings),
    caveats,
  };
}

/** Counts to train: `low` ≤ `epochs` ≤ `high`, whole numbers of at least one. */
interface Range {
  readonly epochs: number;
  readonly low: number;
  readonly high: number;
}

function inside(facts: Facts, curve: Curve): Range {
  const epochs = whole(curve.points.counts[chosenIndex(curve)]!);
  const [low, high] = plausibleCounts(curve, plausibleWidth, endOf(facts, curve));
  return {
    epochs,
    low: Math.min(epochs, Math.max(1, Math.floor(low))),
    high: Math.max(epochs, Math.ceil(high)),
  };
}

/** The count at which the run had to end: its plan, where a rule stopped it before, else where it ended. */
function endOf({ run }: Facts, { points }: Curve): number {
  const trained = points.counts[points.length - 1]!;
  const planned = run.status === 'early-stopped' ? plannedCount(run) : null;
  return Math.max(trained, planned ?? trained);
}

function beyond(facts: Facts, curve: Curve): Range {
  const from = segmentStart(facts, curve);
  const trained = curve.points.counts.at(-1)!;
  const course = courseOf(curve.points, from);
  const far = (times: number): number => course(times * trained).mixed;
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

function whole(count: number): number {
  return Math.max(1, Math.round(count));
}
