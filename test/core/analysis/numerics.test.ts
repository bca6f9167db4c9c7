import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  areFinite,
  arePositive,
  argmin,
  deviation,
  firstFrom,
  mean,
  median,
  quantile,
  spread,
} from '../../../src/core/analysis/numerics';

describe('numerics', () => {
  it('takes quantiles between neighbours and the middle pair for a median', () => {
    assert.deepEqual([quantile([3, 1, 2], 0.25), median([4, 1, 3, 2]), median([7])], [1.5, 2.5, 7]);
  });

  it('answers NaN for the mean, median and deviation of nothing', () => {
    assert.deepEqual([mean([]), median([]), deviation([1])], [NaN, NaN, NaN]);
  });

  it('gives the standard deviation of a sample', () => {
    assert.equal(deviation([2, 4, 4, 4, 5, 5, 7, 9]).toFixed(4), '2.1381');
  });

  it('finds the earliest smallest value, and -1 in nothing', () => {
    assert.deepEqual([argmin([2, 1, 3, 1]), argmin([2, 1, 0], 0, 2), argmin([])], [1, 1, -1]);
  });

  it('finds the first of ascending values that is at least another, as a walk over them would', () => {
    const ascending = [1, 2, 2, 2, 5];
    for (const least of [0, 1, 1.5, 2, 3, 5, 6, Infinity, NaN])
      assert.equal(
        firstFrom(ascending, least),
        ascending.findIndex(value => value >= least),
        `${least}`,
      );
    assert.equal(firstFrom([], 1), -1);
  });

  it('knows values that are all finite, and all above zero', () => {
    const each = [[], [1, 2], [1, 0], [1, NaN], [Infinity, 1]];
    assert.deepEqual(each.map(areFinite), [true, true, true, false, false]);
    assert.deepEqual(each.map(arePositive), [true, true, false, false, true]);
  });

  it('spans a curve, and 0 for a constant or nothing', () => {
    assert.deepEqual([spread([3, -1, 2]), spread([5, 5]), spread([])], [4, 0, 0]);
  });
});
