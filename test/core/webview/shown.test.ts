import assert from 'node:assert/strict';
import type { RunView } from '../../../src/core/protocol';
import { newFindings, shownOf, type CurvesStage } from '../../../src/webview/shown';
import { freshViewState } from '../../../src/webview/viewState';

const series = (index: number, name: string, metric: string) =>
  ({ index, name, metric, split: null, count: 1 }) as const;
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
  findings: [],
  replay: [],
  series: [series(0, 'loss', 'loss'), series(1, 'acc', 'accuracy'), series(2, 'val', 'loss')],
  metrics: ['loss', 'accuracy'],
  axes: [
    { axis: 'epoch', label: 'epoch', from: 0, to: 1, marks: [] },
    { axis: 'step', label: 'step', from: 0, to: 9, marks: [] },
  ],
  version: 1,
};
const stage: CurvesStage = {
  stage: 'curves',
  title: 'a',
  runs: [],
  run,
  progress: null,
  stale: null,
  notes: [],
};
const finding = (rule: string) =>
  ({ rule, severity: 'warning', sentence: rule, numbers: [], remedies: [], index: 0 }) as const;

describe('what is in view', () => {
  it('is the default metric and axis until the user chooses', () => {
    const shown = shownOf(stage, freshViewState('a'));
    assert.deepEqual(
      [shown.metric, shown.axis?.axis, shown.series.map(({ view }) => view.name)],
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
    const all = shownOf(stage, freshViewState('a')).series;
    const some = shownOf(stage, { ...freshViewState('a'), hidden: ['none loss'] }).series;
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
