import assert from 'node:assert/strict';
import { plainly } from '../../../../src/core/report/say';
import { mutedStage } from '../../../../src/extension/panel/mutedStage';
import { panelStage } from '../../../../src/extension/panel/panelStage';
import { overfittingRun } from '../../report/syntheticRuns';

describe('a rule that is muted', () => {
  const log = {
    title: 'a.csv',
    stage: { stage: 'current', bytes: 1 },
    runs: [overfittingRun()],
    problems: [],
  } as const;
  const stage = panelStage(log, { run: null, compared: null }, plainly);
  assert.ok(stage.stage === 'curves');
  const onsetsOf = (given: typeof stage) =>
    given.run.axes.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'onset'));

  it('has its findings among the muted ones and no mark in the chart', () => {
    assert.ok(onsetsOf(stage).length > 0);
    const muted = mutedStage(stage, rule => rule === 'overfitting');
    assert.ok(muted.stage === 'curves');
    assert.deepEqual(onsetsOf(muted), []);
    assert.ok(muted.run.findings.some(({ muted }) => muted));
    assert.ok(muted.run.axes[0]!.marks.some(({ kind }) => kind === 'best'));
  });

  it('is the only one that is', () => {
    assert.deepEqual(
      mutedStage(stage, () => false),
      stage,
    );
  });
});
