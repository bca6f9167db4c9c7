import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inBlocks, trendOf } from '../../../src/core/analysis/trend';
import { jitter } from './jitter';

describe('trendOf', () => {
  it('is positive for rising, negative for falling, 0 for constant and for fewer than four values', () => {
    const rising = jitter(30, 0.5).map((v, i) => v + i / 5);
    assert.ok(trendOf(rising) > 3);
    assert.equal(trendOf(rising.map(v => -v)), -trendOf(rising));
    assert.deepEqual([trendOf([1, 1, 1, 1, 1]), trendOf([1, 2, 3])], [0, 0]);
  });

  it('follows the published example: seven values, S = 11', () => {
    // Gilbert 1987, table 16.1 style: var = 7·6·19/18 = 44.33, z = (11 − 1)/√44.33.
    assert.equal(
      trendOf([1, 3, 2, 5, 4, 7, 3.5]).toFixed(3),
      ((11 - 1) / Math.sqrt(798 / 18)).toFixed(3),
    );
  });

  it('finds a trend by chance in about a tenth of series without one, at either side of 1.645', () => {
    const found = Array.from({ length: 200 }, (_, seed) =>
      Math.abs(trendOf(jitter(24, 1, seed + 1))),
    );
    const share = found.filter(z => z > 1.645).length / found.length;
    assert.ok(share > 0.02 && share < 0.18, String(share));
  });

  it('sees the same trend in a long series by blocks', () => {
    assert.ok(trendOf(jitter(5_000, 1).map((v, i) => v + i / 1_000)) > 4);
  });
});

describe('inBlocks', () => {
  it('leaves short series alone and averages long ones evenly', () => {
    assert.deepEqual([...inBlocks([1, 2, 3], 4)], [1, 2, 3]);
    assert.deepEqual([...inBlocks([1, 3, 5, 7], 2)], [2, 6]);
  });
});
