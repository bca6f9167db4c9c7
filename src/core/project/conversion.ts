import type { SettingKind } from '../config/setting';
import type { RunUnit } from '../log/format';
import type { Link } from './project';

/** Runs whose epochs differ by more than this share were not trained on the same data: no factor holds for all. */
const ALIKE = 0.01;

/** Whether a setting of this kind counts what the suggestion counts, so that the two numbers can be compared. */
export function comparable(kind: SettingKind, unit: RunUnit): boolean {
  switch (kind) {
    case 'epochs':
      return unit === 'epoch';
    case 'iterations':
    case 'steps':
      return unit === 'step' || unit === 'iteration';
    case 'boosting-rounds':
      return unit === 'round' || unit === 'iteration';
    case 'patience':
      return false;
  }
}

/**
 * How many of what the setting counts make one of what its suggestion counts: 1 where they count the same, else by the
 * runs' own steps per epoch; `null` where there is no suggestion, or the runs do not say or do not agree.
 */
export function settingPerSuggested({ setting, runs, suggestion }: Link): number | null {
  if (suggestion === null) return null;
  if (comparable(setting.kind, suggestion.unit)) return 1;
  const steps = stepsPerEpoch(runs.map(({ run }) => run.stepsPerEpoch));
  if (steps === null) return null;
  const inSteps = setting.kind === 'steps' || setting.kind === 'iterations';
  if (inSteps && suggestion.unit === 'epoch') return steps;
  const ofSteps = suggestion.unit === 'step' || suggestion.unit === 'iteration';
  return setting.kind === 'epochs' && ofSteps ? 1 / steps : null;
}

function stepsPerEpoch(found: readonly (number | null)[]): number | null {
  const [first] = found;
  if (first === null || first === undefined || !(first >= 1)) return null;
  const alike = found.every(each => each !== null && Math.abs(each - first) <= ALIKE * first);
  return alike ? first : null;
}
