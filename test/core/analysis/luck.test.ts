import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { luck } from '../../../src/core/analysis/luck';

const near = (value: number, expected: number): void =>
  assert.ok(Math.abs(value - expected) < 1e-6 * Math.max(expected, 1e-6), `${value}, ${expected}`);

describe('luck', () => {
  it('is the tail of a normal distribution for one draw', () => {
    near(luck(0, 1, 1), 0.5);
    near(luck(1.959963985, 1, 1), 0.025);
    near(luck(-1.959963985, 1, 1), 0.975);
    near(luck(6, 1, 1), 9.865876e-10);
  });

  it('grows with the draws as independent ones do, however small it is', () => {
    near(luck(1, 1, 10), 1 - (1 - luck(1, 1, 1)) ** 10);
    near(luck(6, 1, 1000), 1000 * luck(6, 1, 1));
  });

  it('is sure of what is expected anyway, and of nothing that would need more than there is jitter', () => {
    assert.equal(luck(-1, 0.01, 5), 1);
    assert.ok(luck(1, 0, 1_000_000) === 0);
  });
});
