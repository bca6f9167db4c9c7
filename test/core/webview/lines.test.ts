import assert from 'node:assert/strict';
import { firstNotBefore, nearest, neighbour, unpack } from '../../../src/webview/lines';
import { lineOf } from './madeLines';

const line = lineOf;

describe('unpack', () => {
  it('cuts a packed window into points, smoothed line and spread of each line', () => {
    const data = {
      request: 1,
      packed: Float64Array.from([1, 10, 2, 20, 1, 11, 5, NaN, 5, 1, 5, 2]),
      counts: [2, 1],
      smoothed: [1, 0],
      bands: [0, 1],
      usual: [10, 20, NaN, NaN],
      withinNoise: [false, false],
      drawn: 3,
      total: 3,
      notFinite: 1,
    };
    const none = new Float64Array();
    assert.deepEqual(unpack(data), [
      {
        points: Float64Array.from([1, 10, 2, 20]),
        smoothed: Float64Array.from([1, 11]),
        low: none,
        high: none,
        usual: [10, 20],
      },
      {
        points: Float64Array.from([5, NaN]),
        smoothed: none,
        low: Float64Array.from([5, 1]),
        high: Float64Array.from([5, 2]),
        usual: [NaN, NaN],
      },
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
