import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noiseOf } from '../../../src/core/analysis/noise';
import { jitter } from './jitter';

describe('noiseOf', () => {
  it('sees no noise in a straight line or a constant', () => {
    const line = Array.from({ length: 20 }, (_, i) => 5 - i / 4);
    assert.deepEqual([noiseOf(Array(20).fill(3) as number[]), noiseOf([1, 2])], [0, 0]);
    // A line has no jitter, but moves in steps: half of one is the least that can be told apart.
    assert.equal(noiseOf(line), 0.125);
  });

  it('finds the standard deviation of normal jitter on a trend within a fifth', () => {
    const curve = jitter(400, 0.1).map((v, i) => v + 3 * Math.exp(-i / 80));
    assert.ok(Math.abs(noiseOf(curve) - 0.1) < 0.02, String(noiseOf(curve)));
  });

  it('is not moved by single spikes', () => {
    const curve = jitter(100, 0.1);
    const spiked = curve.map((v, i) => (i % 25 === 10 ? v + 50 : v));
    assert.ok(noiseOf(spiked) < 1.5 * noiseOf(curve));
  });

  it('is at least half a step of a metric that moves in steps', () => {
    assert.equal(noiseOf([0.5, 0.5, 0.5, 0.52, 0.52, 0.52, 0.52, 0.52]).toFixed(3), '0.010');
  });
});
