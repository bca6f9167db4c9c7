import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bestAhead } from '../../../src/core/analysis/bestAhead';

describe('bestAhead', () => {
  it('stays where the best is when the rest hardly improves it', () => {
    assert.deepEqual(bestAhead(0.1, 30, 50, 100), { bestCount: 30, bestLow: 30, bestHigh: 30 });
  });

  it('looks only ahead when the rest surely improves it, and mostly near the end', () => {
    const { bestCount, bestLow, bestHigh } = bestAhead(1, 50, 50, 100);
    assert.ok(bestLow > 60 && bestLow < bestCount && bestCount < bestHigh && bestHigh === 100);
  });

  it('reaches from the best so far into the rest when it is undecided', () => {
    const { bestLow, bestHigh } = bestAhead(0.5, 40, 50, 100);
    assert.ok(bestLow === 40 && bestHigh > 50 && bestHigh < 100);
  });
});
