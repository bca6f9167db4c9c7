import type { SettingKind } from '../config/setting';
import type { RunUnit } from '../log/format';
import type { PlacedRun, ProjectFacts, Source } from './evidence/evidence';
import { sameKey } from './evidence/keys';

/** Labels may count from zero or end one past the last. */
const SLACK = 1;
/** A training in steps ends with the batch or rollout that reaches the number: so much of it, at most, comes after. */
const OVERSHOOT = 0.05;

/**
 * Whether the numbers of a run say that it was not made by a setting as it stands: another plan in the log or in the
 * run's record, or more trained than the setting allows. A run that stopped early contradicts nothing.
 */
export function contradicts(source: Source, run: PlacedRun, facts: ProjectFacts): boolean {
  const { value, kind } = source.setting;
  if (value === null) return false;
  const recorded = facts.recordsOf(run).filter(copy => sameKey(copy, source));
  if (recorded.length > 0 && !recorded.some(copy => copy.setting.value === value)) return true;
  const { plannedEpochs, unit } = run.analysed.run;
  if (!counts(kind, unit)) return false;
  if (plannedEpochs !== null && Math.abs(plannedEpochs - value) > 0.01) return true;
  const more = kind === 'epochs' ? SLACK : Math.max(SLACK, OVERSHOOT * value);
  return run.analysed.analysis.trained > value + more;
}

/** Whether a setting of this kind counts what the run counts. */
export function counts(kind: SettingKind, unit: RunUnit): boolean {
  switch (kind) {
    case 'epochs':
      return unit === 'epoch';
    case 'steps':
    case 'iterations':
      return unit === 'step' || unit === 'iteration';
    case 'boosting-rounds':
      return unit === 'round' || unit === 'iteration';
    case 'patience':
      return false;
  }
}
