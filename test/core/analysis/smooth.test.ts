import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { halfWidth, smoothCentred } from '../../../src/core/analysis/smooth';
import { argmin } from '../../../src/core/analysis/numerics';
import { shape } from './jitter';

describe('smoothCentred', () => {
  it('leaves a straight line as it is, but for the last value, which is taken half way back', () => {
    const smooth = smoothCentred(
      shape(9, i => i),
      2,
    );
    assert.deepEqual([...smooth.subarray(1, 6)], [1, 2, 3, 4, 5]);
  });

  it('takes a single spike out', () => {
    const smooth = smoothCentred(
      shape(20, i => (i === 10 ? 100 : 1)),
      2,
    );
    assert.deepEqual([...smooth], Array(20).fill(1));
  });

  it('keeps a minimum where it is', () => {
    assert.equal(
      argmin(
        smoothCentred(
          shape(101, i => (i - 40) ** 2),
          10,
        ),
      ),
      40,
    );
  });

  it('copies with a half width of 0', () => {
    assert.deepEqual([...smoothCentred([3, 1, 2], 0)], [3, 1, 2]);
  });
});

describe('halfWidth', () => {
  it('is a tenth of the run, at least one from five points on, at most 100', () => {
    assert.deepEqual([4, 5, 30, 1_000, 100_000].map(halfWidth), [0, 1, 3, 100, 100]);
  });
});
