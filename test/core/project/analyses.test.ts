import assert from 'node:assert/strict';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { Analyses, type AnalysesWanted } from '../../../src/core/project/analyses';
import { LogReading } from '../../../src/core/run/logReading';

const row = (epoch: number) => `${epoch},${1 / epoch},${2 / epoch}\n`;
const HEAD = 'epoch,loss,val_loss\n' + Array.from({ length: 9 }, (_, at) => row(at + 1)).join('');

describe('Analyses', () => {
  const { now } = Date;
  let reading = new LogReading('training.csv');
  const push = (text: string) => reading.bytes(new TextEncoder().encode(text));

  beforeEach(() => {
    reading = new LogReading('training.csv');
    reading.start(new TextEncoder().encode(HEAD), false);
    push(HEAD);
  });
  afterEach(() => {
    Date.now = now;
  });

  /** Evaluations that the analysis knows of, and that the run has. */
  const seen = async (analyses: Analyses, wanted: AnalysesWanted) => {
    const [only] = await analyses.of(reading.runs(), defaultPreferences, { wanted });
    return [only?.analysis.evaluations, only?.run.series[0]?.count];
  };

  it('are done once for a run that did not change, and anew for one that grew', async () => {
    Date.now = () => 0;
    const analyses = new Analyses();
    const [first] = await analyses.of(reading.runs(), defaultPreferences, { wanted: 'due' });
    const [again] = await analyses.of(reading.runs(), defaultPreferences, { wanted: 'due' });
    assert.equal(first, again);
    push(row(10));
    assert.deepEqual(await seen(analyses, 'due'), [10, 10]);
    assert.equal(analyses.waits, Infinity);
  });

  it('that take long let the curves go first, and rest in proportion', async () => {
    // Every look at the clock finds it ten milliseconds later: an analysis takes long.
    let clock = 0;
    Date.now = () => (clock += 10);
    const analyses = new Analyses();
    await seen(analyses, 'quick');
    push(row(10));
    assert.deepEqual(await seen(analyses, 'quick'), [9, 10]);
    const { waits } = analyses;
    assert.ok(waits > 0 && waits < Infinity);
    assert.deepEqual(await seen(analyses, 'due'), [9, 10]);
    clock += waits;
    assert.deepEqual(await seen(analyses, 'quick'), [9, 10]);
    assert.equal(analyses.waits, 0);
    assert.deepEqual(await seen(analyses, 'due'), [10, 10]);
    push(row(11));
    assert.deepEqual(await seen(analyses, 'all'), [11, 11]);
  });

  it('are done anew for other preferences', async () => {
    const analyses = new Analyses();
    const [first] = await analyses.of(reading.runs(), defaultPreferences);
    const strict = { ...defaultPreferences, minimumEvaluations: 50 };
    const [other] = await analyses.of(reading.runs(), strict, { wanted: 'quick' });
    assert.notEqual(first?.analysis.state, 'too-short');
    assert.equal(other?.analysis.state, 'too-short');
  });
});
