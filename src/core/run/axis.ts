import type { Granularity, Run, Series } from './run';

/** What x is counted in. */
export type Axis = 'epoch' | 'step' | 'time';

/** x of every value of a series, in its order; NaN where the log does not say. A new array. */
export function axisValues(run: Run, series: Series, axis: Axis): Float64Array {
  const column = run.rows[axis].view();
  const rows = series.rows.view();
  const xs = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) xs[at] = column[rows[at]!]!;
  return xs;
}

/**
 * How much was trained by a row, in the run's unit: label 9 of a zero-based log is 10; a fraction of an epoch is
 * itself; rows without counters are counted from 1. NaN where the log does not say.
 */
export function countAt(run: Run, row: number): number {
  const label = run.unit === 'epoch' ? run.rows.epoch.at(row) : run.rows.step.at(row);
  if (run.unit === 'epoch') return run.epochBase === 1 ? label : label + 1;
  return startsAtZero(run) ? label + 1 : label;
}

/** The label, on the run's own axis, of what is `count` trained: the inverse of `countAt`. */
export function labelOf(run: Run, count: number): number {
  if (run.unit === 'epoch') return run.epochBase === 1 ? count : count - 1;
  return startsAtZero(run) ? count - 1 : count;
}

/** Rounds and rows that nothing counts begin at 0 and go up by one; global steps at 0 are before the first update. */
function startsAtZero(run: Run): boolean {
  if (run.epochBase !== null) return run.epochBase === 0;
  const { step } = run.rows;
  return step.at(0) === 0 && step.at(1) === 1;
}

/** `epoch` when a series has about one value per epoch, else `step`. */
export function granularity(run: Run, series: Series): Granularity {
  const { epoch } = run.rows;
  const rows = series.rows.view();
  let labels = 0;
  let labelled = 0;
  let last = NaN;
  for (const row of rows) {
    const label = epoch.at(row);
    if (Number.isNaN(label)) continue;
    labelled++;
    if (Math.floor(label) !== Math.floor(last)) labels++;
    last = label;
  }
  if (labelled === 0 || labelled < rows.length / 2) return 'step';
  return labelled <= 1.5 * labels ? 'epoch' : 'step';
}
