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
