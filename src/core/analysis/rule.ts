import type { Finding, RuleId } from './analysis';
import type { Facts } from './facts';

/** A check on a run. Never throws; null when there is nothing to say. */
export interface Rule {
  readonly id: RuleId;
  check(facts: Facts): Finding | null;
}
