import assert from 'node:assert/strict';
import type {
  ComparedRun,
  FindingView,
  RunView,
  SeriesView,
  ViewState,
  XAxis,
} from '../../../src/core/protocol';
import { legendItems } from '../../../src/webview/legendItems';
import { newFindings, shownOf, type CurvesStage } from '../../../src/webview/shown';
import { freshViewState } from '../../../src/webview/viewState';
import { axisOf } from './madeLines';

const series = (index: number, name: string, metric: string, ...axes: XAxis[]): SeriesView => ({
  ...{ index, name, metric, split: null, count: 1 },
  axes: axes.length > 0 ? axes : ['epoch', 'step'],
});
const run: RunView = {
  index: 0,
  name: 'a',
  subtitle: '',
  state: 'converged',
  stateWord: '',
  tone: 'good',
  verdict: '',
  suggestion: null,
  suggestionReason: null,
  caveats: [],
  outlook: [],
  findings: [],
  replay: [],
  patience: [],
  judged: 'loss',
  series: [series(0, 'loss', 'loss'), series(1, 'acc', 'accuracy'), series(2, 'val', 'loss')],
  metrics: ['loss', 'accuracy'],
  axes: [axisOf(0, 1), axisOf(0, 9, 'step')],
};
const stage: CurvesStage = {
  stage: 'curves',
  title: 'a',
  version: 1,
  runs: [],
  parameters: [],
  run,
  compared: [],
  together: null,
  progress: null,
  stale: null,
  notes: [],
};
const finding = (rule: string): FindingView => ({
  ...{ rule, severity: 'warning', sentence: rule, numbers: [], remedies: [] },
  ...{ index: 0, muted: false },
});

describe('what is in view', () => {
  it('is the default metric and axis until the user chooses', () => {
    const shown = shownOf(stage, freshViewState('a'));
    assert.deepEqual(
      [shown.metric, shown.axis?.axis, shown.charts[0]?.series.map(({ name }) => name)],
      ['loss', 'epoch', ['loss', 'val']],
    );
  });

  it('is what the user chose where the run has it, else the default', () => {
    const chosen = { ...freshViewState('a'), metric: 'accuracy', x: 'step' as const };
    assert.deepEqual(
      [shownOf(stage, chosen).metric, shownOf(stage, chosen).axis?.axis],
      ['accuracy', 'step'],
    );
    const missing = { ...chosen, metric: 'bleu', x: 'time' as const };
    assert.deepEqual(
      [shownOf(stage, missing).metric, shownOf(stage, missing).axis?.axis],
      ['loss', 'epoch'],
    );
  });

  it('keeps the style of a series when another one is switched off', () => {
    const all = shownOf(stage, freshViewState('a')).charts[0]!.series;
    const some = shownOf(stage, { ...freshViewState('a'), hidden: ['none loss'] }).charts[0]!
      .series;
    assert.deepEqual(
      some.map(({ hidden }) => hidden),
      [true, false],
    );
    assert.deepEqual(
      some.map(({ style }) => style),
      all.map(({ style }) => style),
    );
  });

  it('has no axis when the run has none', () => {
    assert.equal(shownOf({ ...stage, run: { ...run, axes: [] } }, freshViewState('a')).axis, null);
  });
});

const other = (index: number, name: string): ComparedRun => ({
  index,
  name,
  series: [series(4, 'val', 'loss'), series(5, 'acc', 'accuracy')],
  axes: [axisOf(0, 5 * index)],
});
const none = { text: '', value: NaN };
const listed = ['a', 'b', 'c'].map((name, index) => ({
  ...{ index, name, parameters: [], stateWord: '', tone: 'neutral' as const },
  ...{ best: none, last: none, trained: none, suggested: none, took: none },
}));
const several = { ...stage, runs: listed, compared: [other(0, 'a'), other(1, 'b'), other(2, 'c')] };

describe('several runs in view', () => {
  const requests = (state: Partial<ViewState>) => {
    const shown = shownOf(several, { ...freshViewState('a'), ...state });
    return shown.charts.flatMap(chart => chart.series.map(({ request }) => request));
  };

  it('lie over each other, a line each, on an axis as long as the longest', () => {
    const ref = (run: number) => ({ members: [{ run, series: 4 }], minus: null });
    assert.deepEqual(requests({ compare: 'overlay' }), [ref(0), ref(1), ref(2)]);
    const shown = shownOf(several, { ...freshViewState('a'), compare: 'overlay' });
    assert.deepEqual([shown.axis?.from, shown.axis?.to], [0, 10]);
  });

  it('are one line of all their members as a mean', () => {
    const members = [0, 1, 2].map(run => ({ run, series: 4 }));
    assert.deepEqual(requests({ compare: 'mean' }), [{ members, minus: null }]);
  });

  it('are a line of each group as a mean, in the colour of the group', () => {
    const state = { ...freshViewState('a'), compare: 'mean', groupBy: '[ab]' } as const;
    const lines = shownOf(several, state).charts[0]!.series;
    assert.deepEqual(
      lines.map(({ run, name, style }) => [run, name, style.colour]),
      [
        ['a', 'a · 1×', 'blue'],
        ['b', 'b · 1×', 'orange'],
        ['–', '– · 1×', 'purple'],
      ],
    );
  });

  it('have one switch for each group that they are coloured by', () => {
    const state = { ...freshViewState('a'), compare: 'overlay', groupBy: '[ab]|c' } as const;
    const items = legendItems(shownOf(several, state)).map(({ name }) => name);
    assert.deepEqual(items, ['a', 'b', 'c']);
    const hidden = shownOf(several, { ...state, groupBy: '.', hidden: ['group b'] }).charts[0]!;
    assert.deepEqual(
      hidden.series.map(({ hidden }) => hidden),
      [false, true, false],
    );
  });

  it('are differences from the chosen run, else from the one in view', () => {
    const from = (state: Partial<ViewState>) =>
      requests({ compare: 'difference', ...state }).map(
        ({ members, minus }) => `${members[0]?.run ?? ''}−${minus?.run ?? ''}`,
      );
    assert.deepEqual(from({}), ['1−0', '2−0']);
    assert.deepEqual(from({ baseline: 'c' }), ['0−2', '1−2']);
    assert.deepEqual(from({ baseline: 'gone' }), ['1−0', '2−0']);
  });

  it('have a chart for every metric when all are asked for', () => {
    const shown = shownOf(several, { ...freshViewState('a'), all: true });
    assert.deepEqual(
      shown.charts.map(({ metric }) => metric),
      ['loss', 'accuracy'],
    );
  });
});

describe('the metrics that have a chart', () => {
  const found = (find: string) =>
    shownOf(stage, { ...freshViewState('a'), all: true, find }).charts.map(({ metric }) => metric);

  it('are those whose name holds every word, all of them where none does', () => {
    assert.deepEqual(found('AC cur'), ['accuracy']);
    assert.deepEqual(found('nothing'), ['loss', 'accuracy']);
  });
});

describe('new findings', () => {
  it('are those that the same run did not have before', () => {
    const before = { ...run, findings: [finding('plateau')] };
    const after = { ...run, findings: [finding('plateau'), finding('overfitting')] };
    assert.deepEqual(newFindings(before, after), ['overfitting']);
  });

  it('are none on the first look and for another run', () => {
    const after = { ...run, findings: [finding('plateau')] };
    assert.deepEqual(newFindings(null, after), []);
    assert.deepEqual(newFindings({ ...run, index: 3 }, after), []);
  });
});

describe('the charts of all metrics', () => {
  const named = (metric: string, ...axes: XAxis[]) => series(0, metric, metric, ...axes);
  const many = (...all: readonly SeriesView[]): CurvesStage => ({
    ...stage,
    run: { ...run, series: all, metrics: all.map(({ metric }) => metric) },
  });
  const six = many(
    ...['loss', 'a/one', 'a/two', 'b/one', 'b/two', 'accuracy'].map(name => named(name)),
  );
  const all = { ...freshViewState('a'), all: true };

  it('stand in sections by the beginnings of their names, pinned ones first', () => {
    const { sections } = shownOf(six, { ...all, pinned: ['b/two'] });
    assert.deepEqual(
      sections.map(({ charts }) => charts.map(({ metric }) => metric)),
      [['b/two'], ['loss', 'accuracy'], ['a/one', 'a/two'], ['b/one']],
    );
  });

  it('are not drawn in a section that is closed, and still counted', () => {
    const { sections, charts } = shownOf(six, { ...all, closed: ['a'] });
    assert.deepEqual(
      sections.map(({ count }) => count),
      [2, 2, 2],
    );
    assert.equal(charts.length, 4);
  });

  it('are those of metrics that have values on the axis; the others are named', () => {
    const shown = shownOf(many(named('loss', 'epoch'), named('grad', 'step')), all);
    assert.deepEqual(shown.elsewhere, ['grad']);
    assert.deepEqual(
      shown.charts.map(({ metric }) => metric),
      ['loss'],
    );
  });

  it('are found by an expression between slashes', () => {
    const { charts } = shownOf(six, { ...all, find: '/^a.*o$/' });
    assert.deepEqual(
      charts.map(({ metric }) => metric),
      ['a/two'],
    );
  });
});

describe('one metric', () => {
  it('is drawn on an axis that it has values on', () => {
    const other = [series(0, 'loss', 'loss', 'epoch'), series(1, 'grad', 'grad', 'step')];
    const both = { ...stage, run: { ...run, series: other, metrics: ['loss', 'grad'] } };
    const axisFor = (metric: string) =>
      shownOf(both, { ...freshViewState('a'), metric, x: 'epoch' }).axis?.axis;
    assert.deepEqual([axisFor('loss'), axisFor('grad')], ['epoch', 'step']);
  });
});
