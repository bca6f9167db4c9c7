import assert from 'node:assert/strict';
import { rangeStats } from '../../../src/webview/rangeStats';
import { lineOf } from './madeLines';

describe('what is in view of a line', () => {
  const line = lineOf(0, 9, 1, 3, 2, NaN, 3, 1, 4, 5, 5, 1, 6, 8, 7, -9);

  it('has ends and extremes, the first of equals', () => {
    assert.deepEqual(rangeStats(line, { from: 1, to: 6 }), {
      first: { x: 1, y: 3 },
      last: { x: 6, y: 8 },
      lowest: { x: 3, y: 1 },
      highest: { x: 6, y: 8 },
    });
  });

  it('is nothing where there is no finite point', () => {
    assert.equal(rangeStats(line, { from: 1.5, to: 2.5 }), null);
    assert.equal(rangeStats(lineOf(), { from: 0, to: 1 }), null);
  });
});
