import type { PickedLog } from '../log/pickedLogs';
import type { Run } from '../run/run';

/** Of the runs of picked logs those that were picked themselves; runs of the other logs all. */
export function pickedRuns(runs: readonly Run[], picks: readonly PickedLog[]): readonly Run[] {
  const chosen = new Map<string, Set<number>>();
  const whole = new Set<string>();
  for (const { path, runs: indices } of picks) {
    if (indices === null) whole.add(path);
    else chosen.set(path, new Set([...(chosen.get(path) ?? []), ...indices]));
  }
  const seen = new Map<string, number>();
  return runs.filter(({ logs: [log = ''] }) => {
    const index = seen.get(log) ?? 0;
    seen.set(log, index + 1);
    return whole.has(log) || (chosen.get(log)?.has(index) ?? true);
  });
}
