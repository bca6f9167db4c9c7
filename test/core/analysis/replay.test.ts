import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluationsOf } from '../../../src/core/analysis/evaluations';
import { replayPatience } from '../../../src/core/analysis/replay';
import { makeRun } from './makeRun';

function replay(validation: readonly number[], patience: number, minDelta = 0): unknown {
  const run = makeRun({ validation });
  return replayPatience(evaluationsOf(run, run.series[0]!, 'min'), patience, minDelta);
}

describe('replayPatience', () => {
  const curve = [5, 4, 4, 4.5, 4.2, 3, 6];

  it('stops at the evaluation by which patience in a row have not improved, as Keras does', () => {
    assert.deepEqual(replay(curve, 3), {
      rule: 'patience',
      patience: 3,
      stopCount: 5,
      keptCount: 2,
      value: 4,
      regret: 1,
      saved: 2,
    });
  });

  it('never fires where patience is never used up, and keeps the best', () => {
    assert.deepEqual(replay(curve, 5), {
      rule: 'patience',
      patience: 5,
      stopCount: null,
      keptCount: 6,
      value: 3,
      regret: 0,
      saved: 0,
    });
  });

  it('counts an improvement of less than minDelta as none', () => {
    assert.deepEqual(replay([5, 4.9, 4.8, 4.7, 3], 3, 0.5), {
      rule: 'patience',
      patience: 3,
      stopCount: 4,
      keptCount: 4,
      value: 4.7,
      regret: 4.7 - 3,
      saved: 1,
    });
  });

  it('takes NaN as no improvement, and says nothing of a run without a number', () => {
    assert.equal((replay([5, NaN, NaN, 4], 2) as { stopCount: number }).stopCount, 3);
    assert.equal(replay([NaN, Infinity], 2), null);
  });
});
