import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainly } from '../../../../src/core/report/say';
import { patienceSentence } from '../../../../src/core/report/sentences/patience';

describe('the best patience of a project', () => {
  it('is told with what it rests on: runs, models kept, loss and saving', () => {
    const found = { patience: 14, runs: 5, kept: 4, lostPercentOfRange: 0.31, savedPercent: 22.4 };
    assert.equal(
      patienceSentence(found, plainly),
      'Best patience for these runs: 14 evaluations. On 5 of them it keeps the very best model 4 times, loses 0.31 % of the range in the mean, and saves 22.4 % of the training.',
    );
  });
});
