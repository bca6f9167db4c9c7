import assert from 'node:assert/strict';
import type { LineRequest, WindowRequest } from '../../../../src/core/protocol';
import { windowData } from '../../../../src/extension/panel/windowData';
import { overfittingRun, runOf } from '../../report/syntheticRuns';

const line = (series: number, run = 0): LineRequest => ({
  members: [{ run, series }],
  minus: null,
});
const request: WindowRequest = {
  lines: [line(0), line(1)],
  x: 'epoch',
  logX: false,
  from: null,
  to: null,
  width: 500,
  robust: false,
  smoothing: 0,
  smoother: 'ema',
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
      counts: [3, 3],
      smoothed: [0, 0],
      bands: [0, 0],
      usual: [],
      withinNoise: [false, false],
      drawn: 6,
      total: 6,
      notFinite: 1,
    });
    assert.equal(data.packed.buffer.byteLength, 12 * 8);
  });

  it('say where most values lie when that is asked for', () => {
    const { usual } = windowData([small], { ...request, robust: true }, 7);
    assert.deepEqual(usual, [1, 3, 2.5, 3.5]);
  });

  it('bring the smoothed line after the points of its series', () => {
    const data = windowData([small], { ...request, lines: [line(0)], smoothing: 0.5 }, 1);
    assert.deepEqual([data.counts, data.smoothed, data.packed.length], [[3], [3], 12]);
    assert.equal(data.packed[7], 3);
  });

  it('count time from the first one logged', () => {
    const data = windowData([small], { ...request, lines: [line(0)], x: 'time' }, 1);
    assert.deepEqual([data.packed[0], data.packed[2], data.packed[4]], [0, 10, 20]);
  });

  it('say how many of the points in the window are drawn', () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const long = { ...small, run: runOf({ train: [], validation: values }) };
    const data = windowData(
      [long],
      { ...request, lines: [line(1)], width: 100, from: 1001, to: 3000 },
      1,
    );
    assert.equal(data.total, 2000);
    assert.ok(data.drawn >= 100 && data.drawn <= 202, String(data.drawn));
  });

  it('say so of the whole curve, too', () => {
    const values = Array.from({ length: 5000 }, (_, i) => Math.sin(i));
    const long = { ...small, run: runOf({ train: [], validation: values }) };
    const data = windowData([long], { ...request, lines: [line(1)], width: 100 }, 1);
    assert.equal(data.total, 5000);
    assert.ok(data.drawn <= 202, String(data.drawn));
  });

  it('weigh at most about 200 KB, however many series there are', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i));
    const run = runOf({ train: [], validation: values });
    const [, one] = run.series;
    assert.ok(one);
    const many = { ...small, run: { ...run, series: Array.from({ length: 40 }, () => one) } };
    const lines = many.run.series.map((_, i) => line(i));
    const data = windowData([many], { ...request, lines, width: 4000 }, 1);
    assert.equal(data.counts.length, 40);
    assert.ok(data.packed.byteLength <= 200_000, String(data.packed.byteLength));
  });

  it('weigh no more where values are not finite', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? NaN : i % 11));
    const run = runOf({ train: [], validation: values });
    const lines = Array.from({ length: 20 }, () => line(1));
    const data = windowData([{ ...small, run }], { ...request, lines, width: 4000 }, 1);
    assert.ok(data.packed.byteLength <= 200_000, String(data.packed.byteLength));
    assert.equal(data.notFinite, 20 * Math.ceil(20_000 / 7));
  });

  it('are the mean of several runs with one deviation to either side', () => {
    const runs = [2, 4].map(value => ({
      ...small,
      run: runOf({ train: [], validation: [value, value] }),
    }));
    const members = [0, 1].map(run => ({ run, series: 1 }));
    const data = windowData(runs, { ...request, lines: [{ members, minus: null }] }, 1);
    assert.deepEqual([data.counts, data.bands], [[2], [2]]);
    const [low, high] = [3 - Math.SQRT2, 3 + Math.SQRT2];
    assert.deepEqual([...data.packed], [1, 3, 2, 3, 1, low, 2, low, 1, high, 2, high]);
  });

  it('are the difference from a baseline, and say when it is within noise', () => {
    const wave = (shift: number) => Array.from({ length: 40 }, (_, i) => shift + (i % 2));
    const runs = [wave(0), wave(0).reverse(), wave(100)].map(validation => ({
      ...small,
      run: runOf({ train: [], validation }),
    }));
    const from = (run: number): LineRequest => ({
      members: [{ run, series: 1 }],
      minus: { run: 0, series: 1 },
    });
    const data = windowData(runs, { ...request, lines: [from(1), from(2)] }, 1);
    assert.deepEqual([...data.packed.slice(0, 4)], [1, 1, 2, -1]);
    assert.deepEqual(data.withinNoise, [true, false]);
  });

  it('leave out series and runs that there are not', () => {
    assert.deepEqual(windowData([small], { ...request, lines: [line(9)] }, 1).counts, [0]);
    const { packed, counts, total } = windowData([], { ...request, lines: [line(0)] }, 1);
    assert.deepEqual([packed.length, counts, total], [0, [0], 0]);
  });
});
