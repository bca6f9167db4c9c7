import type { NumberColumn } from './numberColumn';
import type { Run, Series } from './run';

/** What x is counted in. */
export type Axis = 'epoch' | 'step' | 'time';

/** x of every value of a series, in its order; NaN where the log does not say. A new array. */
export function axisValues(run: Run, series: Series, axis: Axis): Float64Array {
  return run.rows[axis].pick(series.rows);
}

/**
 * How much was trained by a row, in the run's unit: label 9 of a zero-based log is 10; a fraction of an epoch is
 * itself; rows without counters are counted from 1. NaN where the log does not say.
 */
export function countAt(run: Run, row: number): number {
  return counterOf(run).at(row) + ahead(run);
}

/** As `countAt`, of every row of a series. */
export function countsOf(run: Run, series: Series): Float64Array {
  const counts = counterOf(run).pick(series.rows);
  const more = ahead(run);
  for (let at = 0; more > 0 && at < counts.length; at++) counts[at]! += more;
  return counts;
}

/** The label, on the run's own axis, of what is `count` trained: the inverse of `countAt`. */
export function labelOf(run: Run, count: number): number {
  return count - ahead(run);
}

function counterOf(run: Run): NumberColumn {
  return run.unit === 'epoch' ? run.rows.epoch : run.rows.step;
}

/** What is trained by a row beyond its label. */
function ahead(run: Run): 0 | 1 {
  const isAhead = run.unit === 'epoch' ? run.epochBase !== 1 : startsAtZero(run);
  return isAhead ? 1 : 0;
}

/** Rounds and rows that nothing counts begin at 0 and go up by one; global steps at 0 are before the first update. */
function startsAtZero(run: Run): boolean {
  if (run.epochBase !== null) return run.epochBase === 0;
  const { step } = run.rows;
  return step.at(0) === 0 && step.at(1) === 1;
}
