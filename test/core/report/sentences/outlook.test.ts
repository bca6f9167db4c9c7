import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Forecast } from '../../../../src/core/analysis/analysis';
import { plainly } from '../../../../src/core/report/say';
import { outlookSentences } from '../../../../src/core/report/sentences/outlook';
import { analysisOf, overfittingColumns, runOf } from '../syntheticRuns';

const running = runOf(overfittingColumns, { status: 'running', plannedEpochs: 100 });
const forecast: Forecast = {
  atCount: 100,
  value: 0.28,
  low: 0.25,
  high: 0.33,
  improves: 0.82,
  bestCount: 88.2,
  bestLow: 61,
  bestHigh: 100,
  decays: false,
};
const told = (changes: Partial<Forecast>, stopAt: number | null = null): string[] =>
  outlookSentences(analysisOf({ forecast: { ...forecast, ...changes }, stopAt }), running, plainly);

describe('the outlook of a run', () => {
  it('says where it is heading, whether that is better, when, and what is left', () => {
    assert.deepEqual(told({}), [
      'At the planned end, epoch 100, val_loss is expected at 0.28, in four cases of five between 0.25 and 0.33.',
      'The rest improves the best (0.3 @ 12) noticeably with a probability of 82 %; the best of the whole run is expected after about 88 epochs (61–100).',
      '70 epochs (about 12 m) are left.',
    ]);
  });

  it('speaks of a single epoch as one', () => {
    const last = outlookSentences(
      analysisOf({ forecast, trained: 99, stopAt: null }),
      running,
      plainly,
    ).at(-1);
    assert.match(last ?? '', /^1 epoch (\(about .+\) )?is left\.$/);
  });

  it('says what stopping saves once the stopping rule would have stopped', () => {
    const [, chance, saves] = told({ improves: 0.13 }, 24);
    assert.equal(
      chance,
      'The rest improves the best (0.3 @ 12) noticeably with a probability of 13 % only.',
    );
    assert.equal(
      saves,
      'Stopping now saves 70 epochs (about 12 m); our stopping rule would have stopped after 24.',
    );
  });

  it('says that a decaying learning rate hides what is to come', () => {
    assert.match(told({ decays: true })[2] ?? '', /^The learning rate decays to the planned end/);
  });

  it('has nothing to say of a run that has ended, or whose end is not known', () => {
    const finished = { ...running, status: 'finished' } as const;
    assert.deepEqual(outlookSentences(analysisOf({ forecast }), finished, plainly), []);
    assert.deepEqual(outlookSentences(analysisOf({ forecast: null }), running, plainly), []);
  });
});
