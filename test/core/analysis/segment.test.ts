import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { factsOf } from '../../../src/core/analysis/facts';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { segmentStart } from '../../../src/core/analysis/segment';
import { jitter } from './jitter';
import { makeRun } from './makeRun';

function startOf(validation: readonly number[], learningRate: readonly number[]): number {
  const facts = factsOf(makeRun({ validation, learningRate }), defaultPreferences)!;
  return segmentStart(facts, facts.curve!);
}

const noise = jitter(60, 0.005, 5);
const stepped = noise.map((v, i) => (i < 30 ? 1 : 0.6) + 0.2 * Math.exp(-i / 8) + v);
const rate = noise.map((_, i) => (i < 30 ? 0.1 : 0.01));

describe('segmentStart', () => {
  it('is where the last step of the learning rate made the curve fall', () => {
    assert.equal(startOf(stepped, rate), 30);
  });

  it('is the beginning without a step, and where a step changed nothing', () => {
    assert.equal(
      startOf(
        stepped,
        rate.map(() => 0.1),
      ),
      0,
    );
    const flat = noise.map((v, i) => 1 + 0.2 * Math.exp(-i / 8) + v);
    assert.equal(startOf(flat, rate), 0);
  });
});
