import type { Caveat, Finding, RunState } from './analysis';
import type { Facts } from './facts';
import { plannedCount } from './plan';
import { leftOf } from './rate';

/** Jitter above this share of the range is worth a word; a tenth of the real curves have more than 14 %. */
const NOISY = 0.1;

/** A run with fewer evaluations than this is short. */
const SHORT = 10;

/** A learning rate that ends below this share of its highest was made for the planned end. */
const DECAYED = 0.2;

/** What applies to a suggestion besides its numbers, most important first. */
export function caveatsOf(
  facts: Facts,
  state: RunState,
  range: { readonly low: number; readonly high: number },
  findings: readonly Finding[] = [],
): readonly Caveat[] {
  const caveats = scheduleOf(facts, findings);
  if (wasCut(facts)) caveats.push('early-stopped');
  caveats.push(...qualityOf(facts, state));
  if (state !== 'improving' && disagrees(facts, range)) caveats.push('score-disagrees');
  if (facts.monitor.split === 'train') caveats.push('training-only');
  caveats.push('single-run');
  return caveats;
}

/** What makes the range wide. */
function qualityOf({ curve }: Facts, state: RunState): Caveat[] {
  const caveats: Caveat[] = [];
  if (state === 'noisy' || (curve && curve.noise > NOISY * curve.range)) caveats.push('noise');
  if (curve && curve.points.length < SHORT) caveats.push('short-log');
  return caveats;
}

/** Whether the other view of the same evaluations has its optimum outside the range. */
function disagrees(facts: Facts, range: { readonly low: number; readonly high: number }): boolean {
  const { other } = facts;
  if (!other || other.points.length < facts.preferences.minimumEvaluations) return false;
  const count = other.points.counts[other.optimum]!;
  return count < range.low || count > range.high;
}

/** Whether a rule ended the run, by its own word or well before its plan. */
function wasCut({ run }: Facts): boolean {
  return run.status === 'early-stopped' && plannedCount(run) !== null;
}

/** What the learning rate says of the range; nothing where it was not lowered. */
function scheduleOf(facts: Facts, findings: readonly Finding[]): Caveat[] {
  const isSpent = findings.some(({ rule }) => rule === 'learning-rate-spent');
  if (isSpent) return ['learning-rate-spent'];
  return decays(facts) ? ['learning-rate-decays'] : [];
}

/** Whether the learning rate was lowered step by step or smoothly until it was nearly nothing. */
function decays({ rate }: Facts): boolean {
  return rate !== null && rate.length > 2 && leftOf(rate) < DECAYED;
}
