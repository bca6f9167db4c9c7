import assert from 'node:assert/strict';
import { arraysOf, axisExtent, curveOf, smoothedCurve } from '../../../src/core/run/curve';
import { Rows, Series, type Run } from '../../../src/core/run/run';
import { countsIn } from '../../../src/core/run/window';
import { runOf as columnsRun } from '../report/syntheticRuns';

const series = new Series('loss', 'loss', 'train', 'min');
const rows = new Rows();
const run: Run = { ...columnsRun({ train: [], validation: [] }), rows, series: [series] };
const add = (step: number, value: number) => series.push(rows.push(NaN, step, NaN, 1, 0), value);

describe('a curve', () => {
  it('is the same object until it grows, and its values are taken in once', () => {
    for (const step of [1, 2, 3]) add(step, step);
    const curve = curveOf(run, series, 'step');
    assert.equal(curveOf(run, series, 'step'), curve);
    add(4, NaN);
    const grown = curveOf(run, series, 'step');
    assert.notEqual(grown, curve);
    assert.equal(grown.pyramid, curve.pyramid);
    assert.deepEqual([...arraysOf(grown).xs], [1, 2, 3, 4]);
  });

  it('is in the order of its axis though the log goes back, and later values are put at its end', () => {
    add(2.5, 9);
    const sorted = curveOf(run, series, 'step');
    assert.deepEqual([...arraysOf(sorted).xs], [1, 2, 2.5, 3, 4]);
    assert.deepEqual([...arraysOf(sorted).ys], [1, 2, 9, 3, NaN]);
    add(5, 5);
    const grown = curveOf(run, series, 'step');
    assert.deepEqual([...arraysOf(grown).xs], [1, 2, 2.5, 3, 4, 5]);
    assert.equal(grown.pyramid, sorted.pyramid);
  });

  it('knows how far it reaches, and from where a logarithmic axis can begin', () => {
    add(0, 1);
    const { from, to, positive } = axisExtent(run, series, 'step');
    assert.deepEqual([from, to, positive], [0, 5, 1]);
    assert.ok(axisExtent(run, series, 'epoch').from > axisExtent(run, series, 'epoch').to);
  });

  it('counts its points in a window, and those that are not finite', () => {
    const curve = curveOf(run, series, 'step');
    assert.deepEqual(countsIn(curve, { from: 2, to: 4 }), { points: 4, notFinite: 1 });
    assert.deepEqual(countsIn(curve, { from: null, to: null }), { points: 7, notFinite: 1 });
  });

  it('is smoothed once as long as nothing changes', () => {
    const curve = curveOf(run, series, 'step');
    assert.equal(smoothedCurve(curve, 0.5, 'ema'), smoothedCurve(curve, 0.5, 'ema'));
    assert.notEqual(smoothedCurve(curve, 0.5, 'ema'), smoothedCurve(curve, 0.6, 'ema'));
  });
});
