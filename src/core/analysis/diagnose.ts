import type { Steps } from '../run/steps';
import type { Finding, RuleId } from './analysis';
import type { Facts } from './facts';
import type { Rule } from './rule';
import { divergence } from './rules/divergence';
import { doubleDescent } from './rules/doubleDescent';
import { earlyStopping } from './rules/earlyStopping';
import { grokking } from './rules/grokking';
import { impossibleValues } from './rules/impossibleValues';
import { lastNotBest } from './rules/lastNotBest';
import { learningRateDrop } from './rules/learningRateDrop';
import { learningRateSpent } from './rules/learningRateSpent';
import { oscillation } from './rules/oscillation';
import { overfitting } from './rules/overfitting';
import { plateau } from './rules/plateau';
import { rangeTest } from './rules/rangeTest';
import { repeatedData } from './rules/repeatedData';
import { restarts } from './rules/restarts';
import { slowLearning } from './rules/slowLearning';
import { spike } from './rules/spike';
import { stalled } from './rules/stalled';
import { stillImproving } from './rules/stillImproving';
import { tooNoisy } from './rules/tooNoisy';
import { tooShort } from './rules/tooShort';
import { trainingOnly } from './rules/trainingOnly';
import { underfitting } from './rules/underfitting';
import { validationLeak } from './rules/validationLeak';
import { viewsDisagree } from './rules/viewsDisagree';

/**
 * The rules, what matters most to a reader first; findings come in this order. First what makes every other number
 * doubtful, then what the run came to, then what explains it, last the caveats. A rule sees what those before it found.
 * To add one: a file in rules/ and a line here.
 */
export const rules: readonly Rule[] = [
  rangeTest,
  divergence,
  stalled,
  impossibleValues,
  tooShort,
  tooNoisy,
  trainingOnly,
  overfitting,
  viewsDisagree,
  lastNotBest,
  spike,
  stillImproving,
  learningRateSpent,
  slowLearning,
  underfitting,
  plateau,
  oscillation,
  earlyStopping,
  validationLeak,
  learningRateDrop,
  restarts,
  doubleDescent,
  grokking,
  repeatedData,
];

/** Rules whose information explains a curve or limits what can be said of it, and asks for nothing: told beside the curve and in the report, not as a problem. Their warnings are problems. */
export const hints: ReadonlySet<RuleId> = new Set([
  'double-descent',
  'early-stopping',
  'grokking',
  'learning-rate-drop',
  'learning-rate-spent',
  'oscillation',
  'range-test',
  'repeated-data',
  'restarts',
  'slow-learning',
  'spike',
  'training-only',
  'underfitting',
  'validation-leak',
  'views-disagree',
]);

/** At most one finding a rule; a rule at a time. */
export function* diagnose(facts: Facts): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const finding = rule.check(facts, findings);
    if (finding) findings.push(finding);
    yield;
  }
  return findings;
}
