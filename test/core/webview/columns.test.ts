import assert from 'node:assert/strict';
import { columnsOf } from '../../../src/webview/columns';
import { mappingOf } from '../../../src/webview/picture';

/** Four columns of a pixel each; y as it is. */
const map = mappingOf(
  { left: 0, right: 4, top: 0, bottom: 10 },
  { from: 0, to: 4 },
  { from: 10, to: 0 },
  { x: false, y: false },
);
const stretches = (...points: number[]) => {
  const { high, low } = columnsOf(Float64Array.from(points), map, 1);
  return Array.from(high, (top, i) => (top === Infinity ? null : [top, low[i]!]));
};

describe('a line in columns of pixels', () => {
  it('covers what its points and the straight lines between them cover', () => {
    assert.deepEqual(stretches(0.5, 2, 0.7, 8, 2.5, 8, 3.5, 4), [
      [2, 8],
      [8, 8],
      [6, 8],
      [4, 6],
    ]);
  });

  it('has a gap where a value has no place', () => {
    assert.deepEqual(stretches(0.5, 1, 1.5, NaN, 2.5, 3, 3.5, 3), [[1, 1], null, [3, 3], [3, 3]]);
  });

  it('comes in from outside and goes out again', () => {
    assert.deepEqual(stretches(-2, 5, 9, 5), [
      [5, 5],
      [5, 5],
      [5, 5],
      [5, 5],
    ]);
  });
});
