import type { Finding } from './analysis';
import type { Facts } from './facts';
import type { Rule } from './rule';
import { divergence } from './rules/divergence';
import { overfitting } from './rules/overfitting';
import { plateau } from './rules/plateau';
import { stillImproving } from './rules/stillImproving';
import { tooNoisy } from './rules/tooNoisy';
import { tooShort } from './rules/tooShort';

/** The rules, worst first; findings come in this order. To add one: a file in rules/ and a line here. */
export const rules: readonly Rule[] = [
  divergence,
  tooShort,
  tooNoisy,
  overfitting,
  stillImproving,
  plateau,
];

/** At most one finding a rule. */
export function diagnose(facts: Facts): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const finding = rule.check(facts, findings);
    if (finding) findings.push(finding);
  }
  return findings;
}
