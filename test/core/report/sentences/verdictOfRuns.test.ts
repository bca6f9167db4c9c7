import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analysis/analyse';
import type { AnalysedRun } from '../../../../src/core/project/project';
import { plainly } from '../../../../src/core/report/say';
import { verdictOfRuns } from '../../../../src/core/report/sentences/verdictOfRuns';
import { overfittingColumns, runOf, type Columns } from '../syntheticRuns';

function analysed(name: string, columns: Columns = overfittingColumns): AnalysedRun {
  const run = runOf(columns, { name });
  return { run, analysis: analyse(run) };
}

/** The curve of `overfittingColumns`, better by `less`. */
const better = (less: number): Columns => ({
  ...overfittingColumns,
  validation: overfittingColumns.validation.map(value => value - less),
});

const short: Columns = { train: [1, 0.9], validation: [1, 0.9] };

describe('the verdict of several runs', () => {
  it('speaks of all of them: their states, their best with its spread, and the number they support', () => {
    const folds = [0, 0.01, 0.02].map((less, fold) => analysed(`fold${fold}.csv`, better(less)));
    const told = verdictOfRuns(folds, plainly)!;
    assert.equal(told.stateWord, '3 runs: Overfitting');
    assert.match(
      told.verdict,
      /^3 runs: Overfitting\. Best val_loss 0\.29 ± 0\.01, at 12 ± 0 epochs\. Together they support 14 epochs \(\d+–\d+\)\.$/,
    );
    assert.match(told.suggestion!, /^Suggested 14 epochs/);
    assert.match(told.suggestionReason!, /3 runs/);
  });

  it('has the state of most of them, and counts the others', () => {
    const folds = ['fold0', 'fold1', 'fold2'].map(name => analysed(name));
    const told = verdictOfRuns([...folds, analysed('fold3', short)], plainly)!;
    assert.equal(told.state, 'overfitting');
    assert.match(
      told.verdict,
      /^3 of 4 runs: Overfitting; 1 × too few evaluations to tell\. Best val_loss/,
    );
    assert.deepEqual(told.caveats, ['Left out, as nothing can be told from them: fold3.']);
  });

  it('of as many has the state that needs the reader first', () => {
    const told = verdictOfRuns([analysed('fold0', short), analysed('fold1')], plainly)!;
    assert.equal(told.stateWord, '1 of 2 runs: Overfitting');
  });

  it('tells no mean of runs that are not of one thing', () => {
    const told = verdictOfRuns([analysed('small-lr'), analysed('large-lr')], plainly)!;
    assert.equal(told.verdict, '2 runs: Overfitting.');
    assert.equal(told.suggestion, null);
  });

  it('is nothing of a single run', () => {
    assert.equal(verdictOfRuns([analysed('fold0')], plainly), null);
  });
});
