import assert from 'node:assert/strict';
import { extentOf } from '../../../src/webview/extent';

const x = { from: 0, to: 10 };
const none = new Float64Array();
const line = (...points: number[]) => ({
  series: 0,
  points: Float64Array.from(points),
  smoothed: none,
});

describe('the y range of what is drawn', () => {
  it('leaves a twentieth free above and below', () => {
    assert.deepEqual(extentOf([line(1, 0, 2, 20)], x, false), {
      range: { from: -1, to: 21 },
      notFinite: 0,
      notPositive: 0,
      any: true,
    });
  });

  it('counts NaN and infinities, and does not let them stretch it', () => {
    const extent = extentOf([line(1, 0, 2, NaN, 3, Infinity, 4, 20)], x, false);
    assert.deepEqual([extent.range, extent.notFinite], [{ from: -1, to: 21 }, 2]);
  });

  it('looks only at points in view', () => {
    const extent = extentOf([line(-1, 500, 5, 0, 6, 20, 11, NaN)], x, false);
    assert.deepEqual([extent.range, extent.notFinite], [{ from: -1, to: 21 }, 0]);
  });

  it('has no place for zero and below on a logarithmic axis, and counts them', () => {
    const extent = extentOf([line(1, 0, 2, -3, 3, 1, 4, 100)], x, true);
    assert.equal(extent.notPositive, 2);
    assert.ok(extent.range.from > 0.5 && extent.range.from < 1);
    assert.ok(extent.range.to > 100 && extent.range.to < 200);
  });

  it('has room around a constant, zero included', () => {
    assert.deepEqual(extentOf([line(1, 2, 2, 2)], x, false).range, { from: 1.9, to: 2.1 });
    const { from, to } = extentOf([line(1, 0)], x, false).range;
    assert.ok(from < 0 && to > 0);
  });

  it('is 0 to 1 without a drawable point', () => {
    assert.deepEqual(extentOf([line(1, NaN)], x, false), {
      range: { from: 0, to: 1 },
      notFinite: 1,
      notPositive: 0,
      any: false,
    });
  });

  it('stays finite for the largest doubles', () => {
    const { range } = extentOf([line(1, -Number.MAX_VALUE, 2, Number.MAX_VALUE)], x, false);
    assert.ok(Number.isFinite(range.to - range.from));
  });

  it('covers the smoothed line without counting its gaps', () => {
    const smoothed = { ...line(1, 5), smoothed: Float64Array.from([1, 25, 2, NaN]) };
    assert.deepEqual(extentOf([smoothed], x, false), {
      range: { from: 4, to: 26 },
      notFinite: 0,
      notPositive: 0,
      any: true,
    });
  });
});
