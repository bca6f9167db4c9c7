import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analysis/analyse';
import type { Suggestion } from '../../../src/core/analysis/analysis';
import { falling, jitter, shape, turning } from './jitter';
import { makeRun } from './makeRun';

const noisy = (curve: readonly number[], deviation: number): number[] =>
  jitter(curve.length, deviation).map((v, i) => v + curve[i]!);

function suggestion(validation: readonly number[]): Suggestion | null {
  return analyse(makeRun({ validation })).suggestion;
}

describe('suggest', () => {
  it('suggests the optimum of a smooth curve that turns, with a range around it', () => {
    const said = suggestion(turning(100, 30))!;
    assert.equal(said.reason, 'overfitting');
    assert.ok(Math.abs(said.epochs - 31) <= 3, String(said.epochs));
    assert.ok(said.low <= 31 && said.high >= 31 && said.high - said.low < 30);
  });

  it('suggests the earliest of equally good epochs of a flat end', () => {
    const said = suggestion(noisy(falling(100, 30), 0.01))!;
    assert.equal(said.reason, 'within-noise');
    assert.ok(said.epochs < 70, String(said.epochs));
  });

  it('reaches beyond the end of a run that a rule stopped, as a slower one would, but not beyond its plan', () => {
    const flat = noisy(falling(60, 30), 0.01);
    const highOf = (status: 'finished' | 'early-stopped', plannedEpochs: number) =>
      analyse(makeRun({ validation: flat }, { status, plannedEpochs })).suggestion?.high;
    assert.equal(highOf('finished', 60), 60);
    assert.equal(highOf('early-stopped', 200), 66);
    assert.equal(highOf('early-stopped', 62), 62);
  });

  it('suggests to go on where the curve still improves, from the length of the run to half as long again', () => {
    const said = suggestion(falling(50, 2))!;
    assert.equal(said.reason, 'still-improving');
    assert.deepEqual([said.low, said.high], [50, 75]);
    assert.ok(said.epochs > 50 && said.epochs <= 75, String(said.epochs));
  });

  it('says nothing of a run that diverged, is too short, or has no validation', () => {
    assert.equal(suggestion([...falling(20), NaN]), null);
    assert.equal(suggestion([3, 2, 1, 0.5]), null);
    assert.equal(analyse(makeRun({ loss: falling(50) })).suggestion, null);
  });

  it('says nothing of a run that never got better than at its start', () => {
    const stuck = shape(40, i => 2.3 + 0.001 * Math.sin(i / 3));
    const { state, suggestion: told } = analyse(makeRun({ validation: stuck }));
    assert.deepEqual([state, told], ['plateau', null]);
  });

  it('says which caveats apply, most important first', () => {
    const run = makeRun(
      {
        validation: turning(40, 20),
        score: shape(40, i => i),
        learningRate: shape(40, i => 0.1 * (1 - i / 40)),
      },
      { status: 'early-stopped', plannedEpochs: 100 },
    );
    assert.deepEqual(analyse(run).suggestion?.caveats, [
      'learning-rate-decays',
      'early-stopped',
      'score-disagrees',
      'single-run',
    ]);
  });

  it('keeps low ≤ epochs ≤ high, whole and at least 1, and a confidence between 0 and 1', () => {
    const curve = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: 5,
      maxLength: 60,
    });
    fc.assert(
      fc.property(curve, validation => {
        const said = suggestion(validation);
        if (said === null) return;
        assert.ok(said.low >= 1 && said.low <= said.epochs && said.epochs <= said.high);
        assert.ok([said.low, said.epochs, said.high].every(Number.isInteger));
        assert.ok(said.confidence > 0 && said.confidence < 1);
      }),
    );
  });

  it('does not depend on the unit of the metric, nor on its sign where high is good', () => {
    const curve = noisy(turning(60, 25), 0.02);
    const epochsOf = (said: Suggestion | null): unknown =>
      said && [said.low, said.epochs, said.high];
    const expected = epochsOf(suggestion(curve));
    assert.deepEqual(epochsOf(suggestion(curve.map(v => 1024 * v))), expected);
    const turned = analyse(makeRun({ score: curve.map(v => -v) })).suggestion;
    assert.deepEqual(epochsOf(turned), expected);
  });
});
