import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluationsOf, finiteOf } from '../../../src/core/analysis/evaluations';
import { Rows, Series, type Run } from '../../../src/core/run/run';
import { makeRun } from './makeRun';

/** A run whose validation stands at the given labels. */
function labelled(
  epochs: readonly number[],
  values: readonly number[],
  changes: Partial<Run> = {},
): Run {
  const rows = new Rows();
  const series = new Series('val_loss', 'loss', 'validation', 'min');
  epochs.forEach((epoch, i) => {
    series.push(rows.push(epoch, NaN, NaN, i + 1, 0), values[i]!);
  });
  return makeRun({}, { rows, series: [series], ...changes });
}

describe('evaluationsOf', () => {
  it('keeps labels as printed and counts what was trained: label 9 of a zero-based log is 10', () => {
    const run = labelled([8, 9], [0.5, 0.4], { epochBase: 0 });
    const points = evaluationsOf(run, run.series[0]!, 'min');
    assert.deepEqual(points.counts, Float64Array.of(9, 10));
    const outside = [points.length, -1];
    const asked = [0, 1, ...outside];
    assert.deepEqual(
      [asked.map(index => points.labelAt(index)), asked.map(index => points.rowAt(index))],
      [
        [8, 9, NaN, NaN],
        [0, 1, -1, -1],
      ],
    );
  });

  it('takes the last of what a log repeats, and puts moments in order', () => {
    const run = labelled([1, 2, 2, 4, 3], [5, 4, 3, 1, 2]);
    const points = evaluationsOf(run, run.series[0]!, 'min');
    assert.deepEqual([...points.values], [5, 3, 2, 1]);
    assert.deepEqual(
      [0, 1, 2, 3].map(index => points.rowAt(index)),
      [0, 2, 4, 3],
    );
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(row => points.indexOfRow(row)),
      [0, -1, 1, 3, 2],
    );
  });

  it('counts evaluations where the log has no counter', () => {
    const run = labelled([NaN, NaN, NaN], [3, 2, 1]);
    assert.deepEqual([...evaluationsOf(run, run.series[0]!, 'min').counts], [1, 2, 3]);
  });

  it('turns the sign of what should be high', () => {
    const run = labelled([1, 2], [0.6, 0.7]);
    assert.deepEqual([...evaluationsOf(run, run.series[0]!, 'max').costs], [-0.6, -0.7]);
  });

  it('keeps NaN and infinities until only the finite are asked for', () => {
    const run = labelled([1, 2, 3, 4], [NaN, 2, Infinity, 1]);
    const all = evaluationsOf(run, run.series[0]!, 'min');
    assert.deepEqual(
      [all.length, [...finiteOf(all).counts], [...finiteOf(all, 3).counts]],
      [4, [2, 4], [2]],
    );
  });
});
