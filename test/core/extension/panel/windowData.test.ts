import assert from 'node:assert/strict';
import type { WindowRequest } from '../../../../src/core/protocol';
import { windowData } from '../../../../src/extension/panel/windowData';
import { overfittingRun, runOf } from '../../report/syntheticRuns';

const request: WindowRequest = {
  run: 0,
  series: [0, 1],
  x: 'epoch',
  from: null,
  to: null,
  width: 500,
  smoothing: 0,
};
const small = {
  ...overfittingRun(),
  run: runOf({ train: [3, 2, 1], validation: [3.5, NaN, 2.5] }),
};

describe('the points of a window', () => {
  it('are packed series after series into an array of exactly their size', () => {
    const data = windowData([small], request, 7);
    assert.deepEqual(data, {
      request: 7,
      packed: Float64Array.from([1, 3, 2, 2, 3, 1, 1, 3.5, 2, NaN, 3, 2.5]),
      series: [0, 1],
      counts: [3, 3],
      smoothed: [0, 0],
      drawn: 6,
      total: 6,
    });
    assert.equal(data.packed.buffer.byteLength, 12 * 8);
  });

  it('bring the smoothed line after the points of its series', () => {
    const data = windowData([small], { ...request, series: [0], smoothing: 0.5 }, 1);
    assert.deepEqual([data.counts, data.smoothed, data.packed.length], [[3], [3], 12]);
    assert.equal(data.packed[7], 3);
  });

  it('count time from the first one logged', () => {
    const data = windowData([small], { ...request, series: [0], x: 'time' }, 1);
    assert.deepEqual([data.packed[0], data.packed[2], data.packed[4]], [0, 10, 20]);
  });

  it('say how many of the points in the window are drawn', () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const long = { ...small, run: runOf({ train: [], validation: values }) };
    const data = windowData(
      [long],
      { ...request, series: [1], width: 100, from: 1001, to: 3000 },
      1,
    );
    assert.equal(data.total, 2000);
    assert.ok(data.drawn >= 100 && data.drawn <= 202, String(data.drawn));
  });

  it('say so of the whole curve, too', () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const long = { ...small, run: runOf({ train: [], validation: values }) };
    const data = windowData([long], { ...request, series: [1], width: 100 }, 1);
    assert.equal(data.total, 5000);
    assert.ok(data.drawn <= 202, String(data.drawn));
  });

  it('weigh at most about 200 KB, however many series there are', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i));
    const run = runOf({ train: [], validation: values });
    const [, one] = run.series;
    assert.ok(one);
    const many = { ...small, run: { ...run, series: Array.from({ length: 40 }, () => one) } };
    const series = many.run.series.map((_, i) => i);
    const data = windowData([many], { ...request, series, width: 4000 }, 1);
    assert.equal(data.counts.length, 40);
    assert.ok(data.packed.byteLength <= 210_000, String(data.packed.byteLength));
  });

  it('leave out series and runs that there are not', () => {
    assert.deepEqual(windowData([small], { ...request, series: [9] }, 1).series, []);
    assert.deepEqual(windowData([], request, 1), {
      request: 1,
      packed: new Float64Array(),
      series: [],
      counts: [],
      smoothed: [],
      drawn: 0,
      total: 0,
    });
  });
});
