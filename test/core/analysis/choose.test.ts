import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chosenIndex } from '../../../src/core/analysis/choose';
import { factsOf } from '../../../src/core/analysis/facts';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { jitter } from './jitter';
import { makeRun, type Columns } from './makeRun';

function curveOf(columns: Columns) {
  const { curve } = factsOf(makeRun(columns), defaultPreferences)!;
  return curve!;
}

const noise = jitter(100, 0.5, 3);
const saturating = Array.from({ length: 100 }, (_, i) => 100 * (1 - Math.exp(-i / 20)) + noise[i]!);

describe('chosenIndex', () => {
  it('is the earliest evaluation that is as good as the best, within the noise', () => {
    const curve = curveOf({ score: saturating.map(v => v / 200) });
    assert.ok(chosenIndex(curve) < curve.optimum);
  });

  it('is the smoothed optimum of a return, which creeps up and overfits nothing', () => {
    const curve = curveOf({ score: saturating.map(v => 30 * v) });
    assert.equal(chosenIndex(curve), curve.optimum);
  });
});
