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
    const { labels, counts, rows } = evaluationsOf(run, run.series[0]!, 'min');
    assert.deepEqual(
      { labels, counts, rows },
      {
        labels: Float64Array.of(8, 9),
        counts: Float64Array.of(9, 10),
        rows: Uint32Array.of(0, 1),
      },
    );
  });

  it('takes the last of what a log repeats, and puts moments in order', () => {
    const run = labelled([1, 2, 2, 4, 3], [5, 4, 3, 1, 2]);
    const { values, rows } = evaluationsOf(run, run.series[0]!, 'min');
    assert.deepEqual(
      [[...values], [...rows]],
      [
        [5, 3, 2, 1],
        [0, 2, 4, 3],
      ],
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
