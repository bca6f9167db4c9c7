import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import { consensusOf, consensusSuggestion, type Told } from '../../../src/core/analysis/consensus';
import { meanCurve } from '../../../src/core/analysis/meanCurve';
import { evaluationsOf, type Evaluations } from '../../../src/core/analysis/evaluations';
import { jitter, turning } from './jitter';
import { makeRun, type Columns } from './makeRun';

function told(columns: Columns): Told {
  const run = makeRun(columns);
  return { run, analysis: analyse(run) };
}

function evaluations(validation: readonly number[]): Evaluations {
  const run = makeRun({ validation });
  return evaluationsOf(run, run.series[0]!, 'min');
}

const fold = (seed: number, length = 60): Told =>
  told({
    validation: jitter(60, 0.02, seed)
      .map((v, i) => v + turning(60, 25)[i]!)
      .slice(0, length),
  });

describe('meanCurve', () => {
  it('is the mean where all runs are known', () => {
    const { counts, costs } = meanCurve([evaluations([4, 2, 3]), evaluations([2, 2, 1])]);
    assert.deepEqual(
      [[...counts], [...costs]],
      [
        [1, 2, 3],
        [3, 2, 2],
      ],
    );
  });

  it('does not jump where a better run ends', () => {
    const { counts, costs } = meanCurve([
      evaluations([1, 1, 1]),
      evaluations([3, 3, 3, 3]),
      evaluations([5, 5, 5, 5]),
    ]);
    assert.deepEqual(
      [[...counts], [...costs]],
      [
        [1, 2, 3, 4],
        [3, 3, 3, 3],
      ],
    );
  });

  it('ends where fewer than half of the runs go on', () => {
    const curves = [evaluations([1, 1]), evaluations([1, 1]), evaluations([1, 1, 1, 1])];
    assert.deepEqual([...meanCurve(curves).counts], [1, 2]);
  });
});

describe('consensusOf', () => {
  it('chooses near the common optimum and holds the bests of the runs', () => {
    const runs = [1, 2, 3, 4, 5].map(seed => fold(seed));
    const said = consensusOf(runs)!;
    assert.deepEqual([said.runs, said.unit], [5, 'epoch']);
    assert.ok(Math.abs(said.epochs - 26) <= 5, String(said.epochs));
    assert.ok(said.low <= said.epochs && said.epochs <= said.high);
    assert.ok(said.low <= said.countMean && said.countMean <= said.high);
  });

  it('leaves out runs that diverged or measure something else', () => {
    const broken = told({ validation: [...turning(60, 25).slice(0, 30), NaN] });
    const scored = told({ score: turning(60, 25) });
    assert.equal(consensusOf([fold(1), broken, fold(2), scored])?.runs, 2);
  });

  it('aligns runs of different lengths', () => {
    const said = consensusOf([fold(1), fold(2, 45), fold(3, 50)])!;
    assert.ok(Math.abs(said.epochs - 26) <= 6, String(said.epochs));
  });

  it('says nothing of fewer than two runs', () => {
    assert.deepEqual([consensusOf([]), consensusOf([fold(1)])], [null, null]);
  });

  it('becomes a suggestion with its numbers', () => {
    const said = consensusOf([fold(1), fold(2), fold(3)])!;
    const { epochs, low, high, reason, evidence } = consensusSuggestion(said);
    assert.deepEqual(
      { epochs, low, high, reason, runs: evidence['runs'] },
      {
        epochs: said.epochs,
        low: said.low,
        high: said.high,
        reason: 'consensus',
        runs: 3,
      },
    );
  });
});
