import assert from 'node:assert/strict';
import { plainly } from '../../../src/core/report/say';
import { panelStage } from '../../../src/extension/panel/panelStage';
import { toldOf } from '../../../src/webview/told';
import { overfittingRun } from '../report/syntheticRuns';

describe('what is told of several runs', () => {
  const run = (name: string) => {
    const made = overfittingRun();
    return { ...made, run: { ...made.run, name } };
  };
  const log = {
    title: 'folds',
    stage: { stage: 'current', bytes: 1 },
    runs: [run('a'), run('b')],
    problems: [],
  } as const;
  const told = (compare: 'single' | 'overlay' | 'mean', compared: readonly string[] | null) => {
    const stage = panelStage(log, { run: 0, compared }, plainly);
    assert.ok(stage.stage === 'curves');
    const { run, verdictOf, findingsOf } = toldOf(stage, { compare });
    return [run.verdict, verdictOf, findingsOf] as const;
  };

  it('is the verdict of the run in view by its name, of one alone without it', () => {
    const [verdict, of, findings] = told('overlay', []);
    assert.deepEqual([of, findings], ['a', 'a']);
    assert.deepEqual(told('single', null), [verdict, null, null]);
  });

  it('is of their mean what they come to together, and the findings of one by its name', () => {
    const [verdict, of, findings] = told('mean', []);
    assert.match(verdict, /^2 runs: Overfitting/);
    assert.deepEqual([of, findings], [null, 'a']);
  });

  it('is the verdict of the one run in view by its name where no other is drawn', () => {
    const [verdict, of] = told('mean', ['a']);
    assert.deepEqual([verdict, of], [told('single', null)[0], 'a']);
  });
});
