import type { Evidence, Finding, RuleId, Severity } from './analysis';
import type { Evaluations } from './evaluations';
import type { Facts } from './facts';

/** A check on a run. Never throws; null when there is nothing to say. */
export interface Rule {
  readonly id: RuleId;
  /** `earlier`: what the rules before it found, which may explain all there is to see. */
  check(facts: Facts, earlier: readonly Finding[]): Finding | null;
}

/** Evaluations a finding is about: indices of the first and the last. */
export interface Stretch {
  readonly points: Evaluations;
  readonly from: number;
  readonly to: number;
}

/** A finding over a stretch of evaluations; labels NaN and rows 0 where it has none. */
export function findingOn(
  { points, from, to }: Stretch,
  rule: RuleId,
  severity: Severity,
  evidence: Evidence,
): Finding {
  return {
    rule,
    severity,
    from: points.labelAt(from),
    to: points.labelAt(to),
    fromRow: Math.max(0, points.rowAt(from)),
    toRow: Math.max(0, points.rowAt(to)),
    evidence,
  };
}
