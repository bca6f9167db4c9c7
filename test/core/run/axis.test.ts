import assert from 'node:assert/strict';
import { axisValues, countAt, labelOf } from '../../../src/core/run/axis';
import { granularity } from '../../../src/core/run/axisScan';
import type { Run } from '../../../src/core/run/run';
import { curveOf, smoothedCurve } from '../../../src/core/run/curve';
import { CurveWindow } from '../../../src/core/run/window';
import { build, type PlainRow } from './building';

const runOf = (rows: readonly PlainRow[]): Run => build(rows).runs()[0]!;
const epochs = (...labels: number[]): Run => runOf(labels.map(epoch => ({ epoch, loss: epoch })));

describe('axis', () => {
  it('counts what was trained: label 9 of a zero-based log is 10, a fraction is itself', () => {
    assert.deepEqual(
      [0, 1].map(row => countAt(epochs(0, 9), row)),
      [1, 10],
    );
    assert.deepEqual(
      [0, 1].map(row => countAt(epochs(1, 9), row)),
      [1, 9],
    );
    assert.deepEqual(
      [0, 1].map(row => countAt(epochs(0.5, 1.5), row)),
      [0.5, 1.5],
    );
  });

  it('counts rows that nothing counts from 1, and steps as they are', () => {
    assert.equal(countAt(runOf([{ loss: 1, val_loss: 2 }]), 0), 1);
    assert.equal(countAt(runOf([{ reward: 1 }, { reward: 2 }]), 1), 2);
    assert.equal(countAt(runOf([{ step: 500, loss: 2 }]), 0), 500);
    assert.equal(countAt(epochs(1), 5), NaN);
  });

  it('finds the label of a count again', () => {
    for (const run of [epochs(0, 1, 2), epochs(1, 2, 3), runOf([{ step: 500, loss: 2 }])]) {
      const label = run.unit === 'epoch' ? run.rows.epoch.at(0) : run.rows.step.at(0);
      assert.equal(labelOf(run, countAt(run, 0)), label);
    }
  });

  it('is per epoch with about one value an epoch, else per step', () => {
    const per = (run: Run): string => granularity(run, run.series[0]!);
    assert.equal(per(epochs(0, 1, 2)), 'epoch');
    assert.equal(per(epochs(10, 20, 30)), 'epoch');
    assert.equal(per(epochs(0.5, 1.5, 2.5)), 'epoch');
    assert.equal(per(epochs(0.25, 0.5, 0.75, 1)), 'step');
    assert.equal(per(epochs(1, 1, 1, 2, 2, 2)), 'step');
    assert.equal(per(runOf([{ step: 1, loss: 2 }])), 'step');
  });

  it('gives x of every value, NaN where the log does not say', () => {
    const run = runOf([
      { epoch: 1, loss: 2 },
      { epoch: 2, loss: 1 },
    ]);
    assert.deepEqual(axisValues(run, run.series[0]!, 'epoch'), Float64Array.of(1, 2));
    assert.deepEqual(axisValues(run, run.series[0]!, 'step'), Float64Array.of(NaN, NaN));
  });
});

describe('CurveWindow', () => {
  const all = { from: null, to: null, width: 100 };

  it('spreads the values of an epoch over it, so that the last stands at its label', () => {
    const run = epochs(1, 1, 2, 2, 3);
    assert.deepEqual(
      [...new CurveWindow(all).of(curveOf(run, run.series[0]!, 'epoch'))],
      [0.5, 1, 1, 1, 1.5, 2, 2, 2, 3, 3],
    );
  });

  it('leaves out what the log gives no x for', () => {
    const run = epochs(1, 2);
    assert.deepEqual([...new CurveWindow(all).of(curveOf(run, run.series[0]!, 'step'))], []);
  });

  it('grows with the run', () => {
    const builder = build([{ epoch: 1, val_loss: 2 }]);
    const draw = (): number[] => {
      const run = builder.runs()[0]!;
      return [...new CurveWindow(all).of(curveOf(run, run.series[0]!, 'epoch'))];
    };
    assert.deepEqual(draw(), [1, 2]);
    const shape = {
      fields: [
        { name: 'epoch', role: 'epoch', split: null },
        { name: 'val_loss', role: 'value', split: null },
      ],
    } as const;
    builder.record(shape, Float64Array.of(2, 1), 2);
    assert.deepEqual(draw(), [1, 2, 2, 1]);
  });

  it('smooths the full data before it is thinned out', () => {
    const run = runOf(Array.from({ length: 1000 }, (_, step) => ({ step, loss: step % 2 })));
    const curve = smoothedCurve(curveOf(run, run.series[0]!, 'step'), 0.9, 'ema');
    const drawn = new CurveWindow({ ...all, width: 5 }).of(curve);
    const late = [...drawn].filter((_, at) => at % 2 === 1).slice(-2);
    assert.ok(late.every(y => Math.abs(y - 0.5) < 0.06));
  });
});
