import assert from 'node:assert/strict';
import { smooth } from '../../../src/core/run/smooth';

describe('smooth', () => {
  it('is the debiased moving average of TensorBoard', () => {
    const [first, second, third] = smooth(Float64Array.of(4, 2, 6), 0.5);
    assert.equal(first, 4);
    assert.ok(Math.abs(second! - (0.25 * 4 + 0.5 * 2) / 0.75) < 1e-12);
    assert.ok(Math.abs(third! - (0.125 * 4 + 0.25 * 2 + 0.5 * 6) / 0.875) < 1e-12);
  });

  it('leaves values that are not finite as they are, and goes on as if they were not there', () => {
    const [, gap, endless, last] = smooth(Float64Array.of(4, NaN, Infinity, 2), 0.5);
    assert.deepEqual([gap, endless], [NaN, Infinity]);
    assert.equal(last, smooth(Float64Array.of(4, 2), 0.5)[1]);
  });

  it('changes nothing with no weight, of a constant, or of nothing', () => {
    assert.deepEqual(smooth(Float64Array.of(1, 2), 0), Float64Array.of(1, 2));
    assert.deepEqual(smooth(Float64Array.of(0.1, 0.1, 0.1), 0.9), Float64Array.of(0.1, 0.1, 0.1));
    assert.deepEqual(smooth(new Float64Array(), 0.9), new Float64Array());
  });
});

describe('the other ways to smooth', () => {
  const wave = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const kinds = ['ema', 'time-weighted', 'running-mean', 'gaussian'] as const;

  it('take the jitter out of a curve and leave its level', () => {
    for (const kind of kinds) {
      const smoothed = smooth(wave, 0.95, kind);
      assert.ok(
        smoothed.slice(100, 300).every(y => Math.abs(y) < 0.15),
        kind,
      );
    }
  });

  it('leave values that are not finite as they are, and count them for nothing', () => {
    const values = Float64Array.of(1, NaN, 1, Infinity, 1, 2);
    for (const kind of kinds) {
      const smoothed = smooth(values, 0.5, kind);
      assert.deepEqual([smoothed[1], smoothed[3]], [NaN, Infinity]);
      assert.ok(
        [0, 2, 4].every(at => smoothed[at]! >= 1 && smoothed[at]! <= 2),
        kind,
      );
    }
  });

  it('take the mean over as many values to either side as the weight says', () => {
    const smoothed = smooth(Float64Array.of(0, 3, 6, 3), 0.5, 'running-mean');
    assert.deepEqual([...smoothed], [1.5, 3, 4, 4.5]);
  });

  it('keep a straight line straight where it has values to either side', () => {
    const line = Float64Array.from({ length: 200 }, (_, i) => i);
    for (const kind of ['running-mean', 'gaussian'] as const) {
      const smoothed = smooth(line, 0.8, kind);
      assert.ok(
        smoothed.slice(60, 140).every((y, i) => Math.abs(y - (i + 60)) < 1e-9),
        kind,
      );
    }
  });

  it('weigh by the distance on the axis, not by the number of values', () => {
    const xs = Float64Array.of(0, 1, 2, 1000);
    const [, , , far] = smooth(Float64Array.of(0, 0, 0, 1), 0.9, 'time-weighted', xs);
    const [, , , near] = smooth(Float64Array.of(0, 0, 0, 1), 0.9, 'ema');
    assert.ok(far! > 0.99 && near! < 0.5);
  });
});
