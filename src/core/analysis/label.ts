import type { Run } from '../run/run';

/** The label of a row on the run's own axis: the epoch as printed where the run counts epochs, else the step; NaN where the log says neither. */
export function labelAt(run: Run, row: number): number {
  const epoch = run.rows.epoch.at(row);
  const step = run.rows.step.at(row);
  const [own, other] = run.unit === 'epoch' ? [epoch, step] : [step, epoch];
  return Number.isNaN(own) ? other : own;
}
