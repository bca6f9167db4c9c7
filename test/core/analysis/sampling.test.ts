import assert from 'node:assert/strict';
import { samplingDeviation } from '../../../src/core/analysis/sampling';

describe('samplingDeviation', () => {
  it('is that of the binomial, in the units of the value', () => {
    assert.ok(Math.abs(samplingDeviation(0.9, 10_000) - 0.003) < 1e-5);
    assert.ok(Math.abs(samplingDeviation(90, 10_000) - 0.3) < 1e-3);
  });

  it('is not 0 where all samples were right', () => {
    assert.ok(samplingDeviation(1, 100) > 0.005);
  });

  it('is 0 where the size of the set is not known, or the value is no share', () => {
    assert.deepEqual(
      [samplingDeviation(0.9, null), samplingDeviation(140, 10), samplingDeviation(NaN, 10)],
      [0, 0, 0],
    );
  });
});
