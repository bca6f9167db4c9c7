import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { halfWidth, smoothCentred, smoothedAt } from '../../../src/core/analysis/smooth';
import { argmin, LONG } from '../../../src/core/analysis/numerics';
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

  it('smooths a curve of any length alike, and a spike only as far as it reaches', () => {
    const [half, n] = [100, LONG + 100];
    const curve = Float64Array.from(shape(n, i => ((i * 7919) % 1000) / 1000));
    const spiked = curve.map((value, i) => (i === 9000 || i === 9001 ? 1e68 : value));
    const [smooth, beside] = [smoothCentred(curve, half), smoothCentred(spiked, half)];
    const start = smoothCentred(curve.subarray(0, LONG), half);
    const middle = start.subarray(0, LONG - half - 1);
    assert.ok(middle.every((value, i) => Math.abs(value - smooth[i]!) < 1e-12));
    const far = (i: number): boolean => i < 9000 - half - 1 || i > 9001 + half + 1;
    assert.deepEqual(
      beside.filter((_, i) => far(i)),
      smooth.filter((_, i) => far(i)),
    );
  });

  it('gives for one value what it gives for all of them', () => {
    const curve = Float64Array.from(shape(50, i => ((i * 7919) % 100) / 100));
    for (const half of [0, 1, 3, 30]) {
      const one = curve.map((_, i) => smoothedAt(curve, i, half));
      assert.deepEqual(one, smoothCentred(curve, half));
    }
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
