import assert from 'node:assert/strict';
import type { Run } from '../../../src/core/run/run';

/** Runs with everything in them as plain values. */
export function plainRuns(runs: readonly Run[]): unknown[] {
  return runs.map(({ rows, series, ...facts }) => ({
    ...facts,
    version: 0,
    rows: [rows.epoch, rows.step, rows.time, rows.line, rows.log].map(column =>
      Array.from(column.view()),
    ),
    series: series.map(({ name, metric, split, goal, values, rows: at }) => ({
      ...{ name, metric, split, goal },
      values: Array.from(values.view()),
      rows: Array.from(at.view()),
    })),
  }));
}

/** Fails unless both are the same runs, value by value. */
export function assertSameRuns(actual: readonly Run[], expected: readonly Run[]): void {
  assert.deepEqual(plainRuns(actual), plainRuns(expected));
}
