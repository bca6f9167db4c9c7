import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { projectPatience } from '../../../src/core/analysis/projectPatience';
import { falling, shape } from './jitter';
import { makeRun } from './makeRun';

/** Falls in steps of `wait` evaluations, then stays. */
const stairs = (wait: number): number[] =>
  shape(60, i => 2 - 0.2 * Math.floor(Math.min(i, 40) / wait) + 1e-6 * i);
const told = (
  curves: readonly number[][],
  status: 'unknown' | 'early-stopped' = 'unknown',
  minDelta = 0,
) =>
  projectPatience(
    curves.map(validation => {
      const run = makeRun({ validation }, { status });
      return { run, analysis: analyse(run, { ...defaultPreferences, minDelta }) };
    }),
  );

describe('projectPatience', () => {
  it('is the smallest that waits out the pauses of all runs', () => {
    const found = told([stairs(4), stairs(8), stairs(5)])!;
    assert.deepEqual([found.patience, found.runs, found.kept], [8, 3, 3]);
    assert.equal(found.lostPercentOfRange, 0);
    assert.ok(found.savedPercent > 10 && found.savedPercent < 25);
  });

  it('counts as an improvement what the user counts as one', () => {
    const creeping = shape(60, i => 2 - 0.02 * i);
    const steps = [creeping, creeping];
    assert.equal(told(steps)!.patience, 1);
    // Every fourth evaluation alone is better by more than 0.07.
    assert.equal(told(steps, 'unknown', 0.07)!.patience, 4);
  });

  it('is not told from one run, from short ones, nor from runs that were stopped early', () => {
    assert.equal(told([stairs(4)]), null);
    assert.equal(told([falling(6), falling(7)]), null);
    assert.equal(told([stairs(4), stairs(8)], 'early-stopped'), null);
  });
});
