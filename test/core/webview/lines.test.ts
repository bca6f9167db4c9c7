import assert from 'node:assert/strict';
import { firstNotBefore, nearest, neighbour, unpack } from '../../../src/webview/lines';

const line = (...points: number[]) => ({
  series: 0,
  points: Float64Array.from(points),
  smoothed: new Float64Array(),
});

describe('unpack', () => {
  it('cuts a packed window into the points and the smoothed line of each series', () => {
    const data = {
      request: 1,
      packed: Float64Array.from([1, 10, 2, 20, 1, 11, 5, NaN]),
      series: [3, 0],
      counts: [2, 1],
      smoothed: [1, 0],
      drawn: 3,
      total: 3,
    };
    assert.deepEqual(unpack(data), [
      {
        series: 3,
        points: Float64Array.from([1, 10, 2, 20]),
        smoothed: Float64Array.from([1, 11]),
      },
      { series: 0, points: Float64Array.from([5, NaN]), smoothed: new Float64Array() },
    ]);
  });
});

describe('nearest', () => {
  const points = Float64Array.from([0, 1, 10, 2, 10, 3, 20, NaN]);

  it('finds the closest x, the first of equals, ends included', () => {
    assert.deepEqual(
      [-5, 4, 6, 10, 14, 16, 99].map(x => nearest(points, x)),
      [0, 0, 1, 1, 1, 3, 3],
    );
  });

  it('is -1 without points or for NaN', () => {
    assert.equal(nearest(new Float64Array(), 1), -1);
    assert.equal(nearest(points, NaN), -1);
  });
});

describe('firstNotBefore', () => {
  it('is the number of points when all are before', () => {
    assert.equal(firstNotBefore(Float64Array.from([1, 0, 2, 0]), 3), 2);
  });
});

describe('neighbour', () => {
  const lines = [line(0, 1, 10, 1, 10, 2), line(5, 1, 20, 1)];

  it('steps through the x of all lines, forwards and back', () => {
    assert.deepEqual(
      [0, 5, 10].map(x => neighbour(lines, x, 1)),
      [5, 10, 20],
    );
    assert.deepEqual(
      [20, 10, 5].map(x => neighbour(lines, x, -1)),
      [10, 5, 0],
    );
  });

  it('stays at the ends and without any line', () => {
    assert.deepEqual(
      [neighbour(lines, 20, 1), neighbour(lines, 0, -1), neighbour([], 7, 1)],
      [20, 0, 7],
    );
  });
});
