import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import { courseOf } from '../../../src/core/analysis/extrapolate';
import type { Forecast } from '../../../src/core/analysis/analysis';
import { falling, shape, turning } from './jitter';
import { makeRun } from './makeRun';

const forecastOf = (validation: readonly number[], plannedEpochs: number | null): Forecast | null =>
  analyse(makeRun({ validation }, { plannedEpochs })).forecast;

describe('courseOf', () => {
  it('goes on along a power law that it was shown', () => {
    const counts = shape(40, i => i + 1);
    const costs = counts.map(x => 1 + 3 / x);
    // 1 + 3/80 shifted to the median of the last three, 1 + 3/39.
    assert.ok(Math.abs(courseOf({ counts, costs })(80).powers - 1.04) < 0.01);
  });

  it('repeats the last value of fewer than four points', () => {
    assert.deepEqual(courseOf({ counts: [1, 2], costs: [3, 2] })(10), {
      mixed: 2,
      powers: 2,
      exponentials: 2,
      spread: 0,
    });
  });
});

describe('forecast', () => {
  it('stands at the planned end, with the value inside its range', () => {
    const said = forecastOf(falling(100, 6).slice(0, 40), 100)!;
    assert.equal(said.atCount, 100);
    assert.ok(said.low <= said.value && said.value <= said.high);
    assert.ok(said.value < falling(100, 6)[39]!);
  });

  it('of a share ends at what a share can be', () => {
    const nearly = falling(100, 6).slice(0, 25);
    const most = Math.max(...nearly);
    const accuracy = nearly.map(cost => 1 - cost / (4 * most));
    const said = analyse(makeRun({ accuracy }, { plannedEpochs: 100 })).forecast!;
    const unbounded = analyse(makeRun({ score: accuracy }, { plannedEpochs: 100 })).forecast!;
    assert.ok(unbounded.high > 1);
    assert.equal(said.high, 1);
    assert.ok(said.value <= 1);
  });

  it('is sure of improvement early in a falling curve, and doubts it late in a rising one', () => {
    assert.ok(forecastOf(falling(100, 6).slice(0, 25), 100)!.improves > 0.8);
    assert.ok(forecastOf(turning(100, 20).slice(0, 75), 100)!.improves < 0.2);
  });

  it('turns over for a score', () => {
    // Far from zero, where a loss ends and a score does not.
    const loss = falling(100, 6)
      .map(value => value + 9)
      .slice(0, 40);
    const score = loss.map(value => -value);
    const said = analyse(makeRun({ score }, { plannedEpochs: 100 })).forecast!;
    const mirror = forecastOf(loss, 100)!;
    assert.deepEqual([said.value, said.low, said.high], [-mirror.value, -mirror.high, -mirror.low]);
  });

  it('never expects a loss below zero that never was there', () => {
    const loss = falling(100, 6).slice(0, 40);
    const { low, value } = forecastOf(loss, 100)!;
    assert.ok(low >= 0 && value >= low);
  });

  it('says nothing without a plan, at its end, and of less than five evaluations', () => {
    const curve = falling(100).slice(0, 40);
    assert.deepEqual(
      [forecastOf(curve, null), forecastOf(curve, 40), forecastOf(curve.slice(0, 4), 100)],
      [null, null, null],
    );
  });
});
