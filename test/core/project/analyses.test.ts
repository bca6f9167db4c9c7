import assert from 'node:assert/strict';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { Analyses } from '../../../src/core/project/analyses';
import { LogReading } from '../../../src/core/run/logReading';

const row = (epoch: number) => `${epoch},${1 / epoch},${2 / epoch}\n`;

describe('Analyses', () => {
  const reading = new LogReading('training.csv');
  const push = (text: string) => reading.bytes(new TextEncoder().encode(text));
  const head = 'epoch,loss,val_loss\n' + Array.from({ length: 9 }, (_, at) => row(at + 1)).join('');
  reading.start(new TextEncoder().encode(head), false);
  push(head);

  it('are done once for a run that did not change, and anew for one that grew', async () => {
    const analyses = new Analyses();
    const [first] = await analyses.of(reading.runs(), defaultPreferences);
    const [again] = await analyses.of(reading.runs(), defaultPreferences);
    assert.equal(first, again);
    push(row(10));
    const [grown] = await analyses.of(reading.runs(), defaultPreferences);
    assert.deepEqual([first?.analysis.evaluations, grown?.analysis.evaluations], [9, 10]);
    assert.equal(analyses.waits, 0);
  });

  it('are done anew for other preferences', async () => {
    const analyses = new Analyses();
    const [first] = await analyses.of(reading.runs(), defaultPreferences);
    const strict = { ...defaultPreferences, minimumEvaluations: 50 };
    const [other] = await analyses.of(reading.runs(), strict);
    assert.notEqual(first?.analysis.state, 'too-short');
    assert.equal(other?.analysis.state, 'too-short');
  });
});
