import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Caveat, Evidence } from '../../../../src/core/analysis/analysis';
import { plainly } from '../../../../src/core/report/say';
import { caveatSentence } from '../../../../src/core/report/sentences/caveats';
import { overfittingSuggestion } from '../syntheticRuns';

const sentence = (caveat: Caveat, evidence: Evidence): string =>
  caveatSentence(
    caveat,
    { ...overfittingSuggestion, evidence: { ...overfittingSuggestion.evidence, ...evidence } },
    plainly,
  );

describe('the sentence of a caveat', () => {
  it('has both optima where loss and score disagree, and what the other has at the suggestion', () => {
    const other = { judged: 'val_loss', other: 'val_f1', otherBest: 0.81, otherBestLabel: 26 };
    assert.equal(
      sentence('score-disagrees', { ...other, otherThere: 0.74 }),
      'val_loss and val_f1 choose differently: val_loss is best at 12 (0.3), val_f1 at 26 (0.81; 0.74 after 12 epochs). Go by the one that you select models by.',
    );
    assert.equal(
      sentence('score-disagrees', { ...other, otherThere: NaN }),
      'val_loss and val_f1 choose differently: val_loss is best at 12 (0.3), val_f1 at 26 (0.81). Go by the one that you select models by.',
    );
  });

  it('has the two groups of runs, and the names of those unlike the others', () => {
    const groups = { firstRuns: 3, firstAt: 12, secondRuns: 4, secondAt: 40 };
    assert.equal(
      sentence('two-groups', groups),
      'The runs fall into two groups: 3 have their best around 12, 4 around 40; the mean of all may suit neither.',
    );
    assert.equal(
      sentence('outliers', { outliers: 'fold3.csv' }),
      'Unlike the other runs: fold3.csv.',
    );
  });
});
