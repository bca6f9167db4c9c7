import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/analysis/analysis';
import { plainly } from '../../../../src/core/report/say';
import { rangeLabel } from '../../../../src/core/report/sentences/panel';
import { replayView } from '../../../../src/core/report/sentences/replay';
import { savings } from '../../../../src/core/report/sentences/savings';
import {
  suggestionHeading,
  suggestionReason,
  suggestionShort,
  suggestionTitle,
} from '../../../../src/core/report/sentences/suggestions';
import { verdict } from '../../../../src/core/report/sentences/verdict';
import { analysisOf, overfittingColumns, overfittingSuggestion, runOf } from '../syntheticRuns';

const run = runOf(overfittingColumns);
const analysis = analysisOf();
const improving: Suggestion = {
  ...overfittingSuggestion,
  epochs: 80,
  low: 50,
  high: 100,
  reason: 'still-improving',
  evidence: {
    trained: 50,
    gainPerUnit: 0.0021,
    nextGain: 0.0012,
    expectedGain: 0.03,
    expectedCount: 75,
    furthestGain: 0.04,
    furthestCount: 100,
  },
};

describe('the title of a suggestion', () => {
  it('has the number, the unit and the range', () => {
    assert.equal(suggestionTitle(overfittingSuggestion, plainly), 'Suggested 12 epochs (11–14)');
    const rounds = { ...overfittingSuggestion, unit: 'round', epochs: 1, low: 1, high: 1 } as const;
    assert.equal(suggestionTitle(rounds, plainly), 'Suggested 1 round');
  });

  it('is never a single number while the run still improves, and never what was trained already', () => {
    assert.equal(suggestionTitle(improving, plainly), 'Still improving at 50 · try 80–100');
    assert.equal(suggestionShort(improving), '80–100');
    assert.equal(rangeLabel(improving, plainly), 'try 80–100');
  });
});

describe('the heading of a suggestion', () => {
  it('has the range beside the number, where there is one', () => {
    assert.deepEqual(suggestionHeading(overfittingSuggestion, plainly), {
      title: 'Suggested 12 epochs',
      range: 'range 11–14',
    });
    assert.deepEqual(suggestionHeading({ ...overfittingSuggestion, low: 12, high: 12 }, plainly), {
      title: 'Suggested 12 epochs',
      range: null,
    });
  });

  it('is the title while the run still improves', () => {
    assert.deepEqual(suggestionHeading(improving, plainly), {
      title: 'Still improving at 50 · try 80–100',
      range: null,
    });
  });
});

describe('the reason of a suggestion', () => {
  const reasonOf = (changes: Partial<Suggestion>): string =>
    suggestionReason({ ...overfittingSuggestion, ...changes }, analysis, run, plainly);

  it('says what happened after the best epoch', () => {
    assert.equal(
      reasonOf({}),
      'Validation loss is lowest at epoch 12 (0.3) and has risen 56.7 % since, while training loss still falls.',
    );
    assert.equal(
      reasonOf({ reason: 'lowest-validation' }),
      'Validation loss is lowest at epoch 12 (0.3) and does not get better after it.',
    );
  });

  it('says why fewer epochs than at the best one are enough', () => {
    assert.equal(
      reasonOf({ epochs: 10 }),
      'Validation loss is lowest at epoch 12 (0.3) and has risen 56.7 % since, while training loss still falls. Within its noise, 10 epochs are as good.',
    );
  });

  it('says what is as good as the best', () => {
    const evidence = { ...overfittingSuggestion.evidence, earliestCount: 9, optimumCount: 12 };
    assert.equal(
      reasonOf({ reason: 'within-noise', evidence }),
      'Validation loss after 9 epochs is as good as its best at 12, within the noise of the curve.',
    );
  });

  it('says what more training can be expected to bring', () => {
    assert.equal(
      reasonOf(improving),
      'Validation loss was still improving after 50 epochs, by 0.0021 per epoch. The next epoch should gain about 0.0012; by 75 that makes 0.03, by 100, as far as can be told, 0.04.',
    );
  });

  it('says that a reading before the suggestion was lucky', () => {
    const evidence = { ...overfittingSuggestion.evidence, bestCount: 8, bestLabel: 8 };
    assert.equal(
      reasonOf({ reason: 'lowest-validation', epochs: 12, evidence }),
      'Validation loss reads best at epoch 8 (0.3), within its noise; with its neighbours it is best around 12.',
    );
  });

  it('of several runs says how far they agree', () => {
    const evidence = {
      runs: 5,
      bestMean: 0.3,
      bestSpread: 0.01,
      countMean: 33.24,
      countSpread: 2.9,
    };
    assert.equal(
      reasonOf({ reason: 'consensus', evidence }),
      'The mean curve of 5 runs is best here; each alone has its best at 33.2 ± 2.9 epochs.',
    );
  });
});

describe('why a run that still improves is told to go on', () => {
  it('has no gain per epoch where all of it lies within one', () => {
    const evidence = { ...improving.evidence, trained: 1, gainPerUnit: NaN };
    assert.equal(
      suggestionReason({ ...improving, evidence }, analysis, run, plainly),
      'Validation loss was still improving after 1 epoch.',
    );
  });
});

describe('what following a suggestion means', () => {
  it('says what is kept (so far, where more was planned than trained) and what is saved, with the time where the log tells it', () => {
    assert.equal(
      savings(overfittingSuggestion, analysis, 100, plainly),
      'Stopping at 12 instead of 100 keeps the best model so far and saves 88 epochs (about 15 m per run).',
    );
    const timeless = analysisOf({ secondsPerUnit: null });
    assert.equal(
      savings(overfittingSuggestion, timeless, null, plainly),
      'Stopping at 12 instead of 30 keeps the best model and saves 18 epochs.',
    );
  });

  it('says what is given up', () => {
    const evidence = { ...overfittingSuggestion.evidence, lostPercentOfRange: 1.2 };
    assert.equal(
      savings({ ...overfittingSuggestion, evidence }, null, 100, plainly),
      'Stopping at 12 instead of 100 saves 88 epochs and gives up 1.2 % of the range.',
    );
  });

  it('says what more training takes', () => {
    assert.equal(
      savings(improving, analysis, 50, plainly),
      'Training to 80 instead of 50 takes 30 epochs (about 5 m per run) more.',
    );
    assert.equal(savings(improving, analysis, 80, plainly), null);
  });

  it('says nothing where the configured value is in the range', () => {
    assert.equal(savings(overfittingSuggestion, analysis, 13, plainly), null);
  });
});

describe('a replayed rule', () => {
  it('says where it stops, what it keeps, costs and saves', () => {
    const result = {
      rule: 'patience',
      patience: 5,
      stopCount: 10,
      keptCount: 5,
      value: 0.33,
      regret: 0.03,
      saved: 20,
    };
    assert.deepEqual(replayView(result, analysis, 'epoch', plainly), {
      rule: 'Patience 5',
      stopped: 'after 10',
      kept: '0.33 @ 5',
      cost: '0.03 (10 % worse)',
      saved: '20 epochs (3 m 20 s)',
    });
  });

  it('that never fires costs and saves nothing', () => {
    const never = analysis.replay[1];
    assert.ok(never);
    assert.deepEqual(replayView(never, analysis, 'epoch', plainly), {
      rule: 'Patience 20',
      stopped: 'never',
      kept: '0.3 @ 12',
      cost: 'nothing',
      saved: '–',
    });
  });
});

describe('the verdict', () => {
  it('is the state with its number and the best value with its place', () => {
    assert.equal(
      verdict(analysis, run, plainly),
      'Overfitting since epoch 12. Best val_loss 0.3 at epoch 12.',
    );
  });

  it('of too few evaluations counts them', () => {
    const short = analysisOf({ state: 'too-short', evaluations: 3, best: null, findings: [] });
    assert.equal(verdict(short, run, plainly), 'Too few evaluations to tell (3).');
  });

  it('of a run that became NaN says so', () => {
    const evidence = { kind: 'nan', series: 'loss' };
    const findings = [
      { rule: 'divergence', severity: 'error', from: 3, to: 3, fromRow: 2, toRow: 2, evidence },
    ] as const;
    const diverged = analysisOf({ state: 'diverged', best: null, findings });
    assert.equal(verdict(diverged, run, plainly), 'Diverged at epoch 3 (NaN).');
  });
});
