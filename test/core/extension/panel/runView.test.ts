import assert from 'node:assert/strict';
import { plainly } from '../../../../src/core/report/say';
import { Series } from '../../../../src/core/run/run';
import { runView } from '../../../../src/extension/panel/runView';
import { analysisOf, overfittingColumns, overfittingRun, runOf } from '../../report/syntheticRuns';

describe('the view of a run', () => {
  it('says how it went in ready sentences', () => {
    const view = runView(overfittingRun(), 3, plainly);
    assert.deepEqual(
      [
        view.index,
        view.tone,
        view.subtitle,
        view.metrics,
        view.findings.length,
        view.replay.length,
      ],
      [3, 'warning', 'csv · 30 epochs · 60 values', ['loss'], 1, 2],
    );
    assert.ok(view.verdict.startsWith(view.stateWord));
  });

  it('marks the suggested range, the onset, the plan and the best point on the axis of epochs', () => {
    const [axis] = runView(overfittingRun({ plannedEpochs: 40 }), 0, plainly).axes;
    assert.deepEqual([axis?.axis, axis?.from, axis?.to], ['epoch', 1, 40]);
    assert.deepEqual(
      axis?.marks.map(({ kind, from, to, value, label }) => [kind, from, to, value, label]),
      [
        ['range', 11, 14, null, 'suggested 11–14'],
        ['onset', 12, 30, null, 'overfitting since 12'],
        ['planned', 40, 40, null, 'planned 40'],
        ['best', 12, 12, 0.3, 'best 0.3 @ 12'],
      ],
    );
  });

  it('puts the same marks on the axis of time, counted from the first time', () => {
    const { axes } = runView(overfittingRun({ plannedEpochs: 40 }), 0, plainly);
    const time = axes.find(({ axis }) => axis === 'time');
    assert.deepEqual([time?.from, time?.to], [0, 390]);
    assert.deepEqual(
      time?.marks.map(({ from, to }) => [from, to]),
      [
        [100, 130],
        [110, 290],
        [390, 390],
        [110, 110],
      ],
    );
  });

  it('puts counts at the labels of a zero-based log', () => {
    const run = runOf(overfittingColumns, { epochBase: 0, plannedEpochs: null });
    const [axis] = runView({ run, analysis: analysisOf() }, 0, plainly).axes;
    const range = axis?.marks.find(({ kind }) => kind === 'range');
    assert.deepEqual([range?.from, range?.to], [10, 13]);
  });

  it('does not stretch an axis for a plan far away', () => {
    const [axis] = runView(overfittingRun({ plannedEpochs: 1000 }), 0, plainly).axes;
    assert.equal(axis?.to, 30);
  });

  it('has no marks without a series to judge by, and no axis without places', () => {
    const analysis = analysisOf({ monitor: null, best: null, suggestion: null, findings: [] });
    const { run } = overfittingRun();
    assert.deepEqual(
      runView({ run, analysis }, 0, plainly).axes.map(({ axis, marks }) => [axis, marks]),
      [
        ['epoch', []],
        ['time', []],
      ],
    );
    assert.deepEqual(runView({ run: { ...run, series: [] }, analysis }, 0, plainly).axes, []);
  });

  it('hides what a name could hide', () => {
    const view = runView(overfittingRun({ name: 'a\u202eb' }), 0, plainly);
    assert.equal(view.name, 'a\uFFFDb');
  });
});

describe('the metrics of a run', () => {
  it('begin with the judged one, then the loss, and end with those that have no curve', () => {
    const { run } = overfittingRun();
    const [train, validation] = run.series;
    assert.ok(train && validation);
    const once = new Series('ap', 'ap', 'validation', 'max');
    once.push(0, 0.5);
    const score = new Series('acc', 'accuracy', 'validation', 'max', validation.values, train.rows);
    const series = [once, train, validation, score];
    const judging = (index: number) => {
      const monitor = {
        index,
        name: '',
        metric: series[index]?.metric ?? '',
        split: null,
      } as const;
      const analysis = analysisOf({ monitor: { ...monitor, goal: 'min' } });
      return runView({ run: { ...run, series }, analysis }, 0, plainly).metrics;
    };
    assert.deepEqual(judging(3), ['accuracy', 'loss', 'ap']);
    assert.deepEqual(judging(0), ['loss', 'accuracy', 'ap']);
  });
});
