import type { Finding, RuleId, RunState } from './analysis';

/** The first that applies, from what the rules found; `validation` tells whether held-out data was judged. */
export function stateOf(findings: readonly Finding[], validation: boolean): RunState {
  const found = (rule: RuleId): Finding | undefined => findings.find(f => f.rule === rule);
  if (found('divergence')) return 'diverged';
  if (found('too-short')) return 'too-short';
  if (!validation) return 'no-validation';
  if (found('too-noisy')) return 'noisy';
  if (found('overfitting')) return 'overfitting';
  if (found('still-improving')) return 'improving';
  return found('plateau')?.evidence['fromStart'] === 'yes' ? 'plateau' : 'converged';
}
