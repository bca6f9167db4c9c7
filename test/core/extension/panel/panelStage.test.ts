import assert from 'node:assert/strict';
import { plainly } from '../../../../src/core/report/say';
import type { LogStage } from '../../../../src/extension/logView';
import { panelStage, PanelStages, type ShownLog } from '../../../../src/extension/panel/panelStage';
import { overfittingRun } from '../../report/syntheticRuns';

const log = (stage: LogStage, changes: Partial<ShownLog> = {}): ShownLog => ({
  title: 'a.csv',
  stage,
  runs: [],
  problems: [],
  ...changes,
});

const view = (run: number | null) => ({ run, compared: null });

describe('the stage of a panel', () => {
  it('is loading, with how far it came, until there is a curve', () => {
    assert.deepEqual(panelStage(log({ stage: 'loading', bytes: 5, size: 10 }), view(0), plainly), {
      stage: 'loading',
      title: 'a.csv',
      bytes: 5,
      size: 10,
    });
  });

  it('says what was understood of a log without a curve', () => {
    const problems = [
      { code: 'no-curve', line: 0, details: {} },
      { code: 'bad-json', line: 3, details: {} },
    ] as const;
    const stage = panelStage(
      log({ stage: 'current', bytes: 1234 }, { problems }),
      view(0),
      plainly,
    );
    assert.ok(stage.stage === 'empty');
    assert.equal(stage.sentences[0], 'No curve in this file.');
    assert.match(stage.sentences[1] ?? '', /^1\.23 kB were read\./);
    assert.match(stage.sentences[2] ?? '', /^Line 3: /);
    assert.equal(stage.sentences.length, 3);
  });

  it('is an error, in a sentence, when the log could not be read at all', () => {
    assert.deepEqual(
      panelStage(log({ stage: 'failed', reason: 'No permission.' }), view(0), plainly),
      {
        stage: 'error',
        title: 'a.csv',
        sentences: ['No permission.'],
      },
    );
  });

  it('keeps the curves of a log that cannot be read any more, and says so', () => {
    const runs = [overfittingRun()];
    const stage = panelStage(log({ stage: 'stale', reason: 'Gone.' }, { runs }), view(0), plainly);
    assert.ok(stage.stage === 'curves');
    assert.deepEqual([stage.stale, stage.progress, stage.run.index], ['Gone.', null, 0]);
  });

  it('shows curves while the rest is still being read', () => {
    const runs = [overfittingRun()];
    const stage = panelStage(
      log({ stage: 'loading', bytes: 1, size: 9 }, { runs }),
      view(0),
      plainly,
    );
    assert.ok(stage.stage === 'curves');
    assert.deepEqual(stage.progress, { bytes: 1, size: 9 });
  });

  it('shows the run asked for, or the latest that can be judged when there is none there', () => {
    const launch = overfittingRun({ name: 'third' });
    const runs = [
      overfittingRun(),
      overfittingRun({ name: 'second' }),
      { ...launch, analysis: { ...launch.analysis, evaluations: 2 } },
    ];
    const shown = (index: number | null) => {
      const stage = panelStage(log({ stage: 'current', bytes: 1 }, { runs }), view(index), plainly);
      return stage.stage === 'curves' ? stage.run.name : null;
    };
    assert.deepEqual(
      [shown(0), shown(2), shown(7), shown(null)],
      ['training.csv', 'third', 'second', 'second'],
    );
  });

  it('lists twenty remarks at most, and says how many more there are', () => {
    const problems = Array.from(
      { length: 50 },
      (_, i) => ({ code: 'bad-row', line: i + 1, details: {} }) as const,
    );
    const runs = [overfittingRun()];
    const stage = panelStage(
      log({ stage: 'current', bytes: 1 }, { runs, problems }),
      view(0),
      plainly,
    );
    assert.ok(stage.stage === 'curves');
    assert.deepEqual([stage.notes.length, stage.notes.at(-1)], [21, '… and 30 more.']);
  });

  it('brings the runs that are compared only when they are asked for: by name, or all', () => {
    const runs = ['a', 'b', 'c'].map(name => overfittingRun({ name }));
    const names = (compared: readonly string[] | null) => {
      const inView = { run: 0, compared };
      const stage = panelStage(log({ stage: 'current', bytes: 1 }, { runs }), inView, plainly);
      return stage.stage === 'curves' ? stage.compared.map(({ name }) => name) : [];
    };
    assert.deepEqual([names(null), names([]), names(['c'])], [[], ['a', 'b', 'c'], ['c']]);
  });

  it('draws a hundred runs at most', () => {
    const runs = Array.from({ length: 130 }, (_, i) => overfittingRun({ name: `run ${i}` }));
    const inView = { run: 0, compared: [] };
    const stage = panelStage(log({ stage: 'current', bytes: 1 }, { runs }), inView, plainly);
    assert.ok(stage.stage === 'curves');
    assert.deepEqual([stage.runs.length, stage.compared.length], [130, 100]);
  });

  it('lists the parameters in which runs differ, and no others', () => {
    const parameters = (rate: string) =>
      new Map([
        ['rate', rate],
        ['seed', '1'],
      ]);
    const runs = ['0.1', '0.2'].map((rate, i) =>
      overfittingRun({ name: `run ${i}`, parameters: parameters(rate) }),
    );
    const stage = panelStage(log({ stage: 'current', bytes: 1 }, { runs }), view(0), plainly);
    assert.ok(stage.stage === 'curves');
    assert.deepEqual(stage.parameters, ['rate']);
    assert.deepEqual(
      stage.runs.map(({ parameters: values }) => values),
      [['0.1'], ['0.2']],
    );
  });

  it('says nothing anew while the runs are the same, but how far reading is', () => {
    const stages = new PanelStages();
    const runs = [overfittingRun()];
    const at = (bytes: number, some = runs, run = 0) => {
      const stage = stages.stageOf(
        log({ stage: 'loading', bytes, size: 9 }, { runs: some }),
        view(run),
        plainly,
      );
      assert.ok(stage.stage === 'curves');
      return stage;
    };
    const [first, second] = [at(1), at(2)];
    assert.equal(first.run, second.run);
    assert.deepEqual([first.progress?.bytes, second.progress?.bytes], [1, 2]);
    assert.equal(first.version, second.version);
    const third = at(3, [overfittingRun({ name: 'other' })]);
    assert.equal(third.run.name, 'other');
    assert.ok(third.version > second.version);
  });

  it('keeps muted findings apart', () => {
    const runs = [overfittingRun()];
    const isMuted = (rule: string) => rule === 'overfitting';
    const here = log({ stage: 'current', bytes: 1 }, { runs });
    const stage = panelStage(here, view(0), plainly, isMuted);
    assert.ok(stage.stage === 'curves');
    assert.deepEqual(
      stage.run.findings.map(({ muted }) => muted),
      [true],
    );
  });
});
