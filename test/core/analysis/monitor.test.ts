import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseMonitor, otherView, trainingFor } from '../../../src/core/analysis/monitor';
import { Rows, Series } from '../../../src/core/run/run';
import { makeRun } from './makeRun';

const both = { loss: [3, 2], validation: [3, 2], score: [0.1, 0.2] };
const nameOf = (...given: Parameters<typeof chooseMonitor>): string | undefined =>
  chooseMonitor(...given)?.monitor.name;

describe('chooseMonitor', () => {
  it('judges validation loss first', () => {
    assert.deepEqual(chooseMonitor(makeRun(both), null), {
      monitor: { index: 1, name: 'val_loss', metric: 'loss', split: 'validation', goal: 'min' },
      validation: true,
    });
  });

  it('judges the score where there is no validation loss', () => {
    assert.equal(nameOf(makeRun({ loss: [3, 2], score: [0.1, 0.2] }), null), 'val_score');
  });

  it('judges the score where the log names the losses it was trained by, and that is none of them', () => {
    const run = makeRun({ validation: [3, 2], score: [0.1, 0.2] });
    const trainedBy = (...metrics: string[]) => {
      const losses = metrics.map(metric => new Series(metric, metric, 'train', 'min'));
      losses.forEach(series => series.push(0, 1));
      return { ...run, series: [...run.series, ...losses] };
    };
    assert.equal(nameOf(trainedBy('loss_discriminator', 'loss_encoder'), null), 'val_score');
    assert.equal(nameOf(trainedBy('loss', 'loss_box', 'loss_class'), null), 'val_loss');
    assert.equal(nameOf(trainedBy('loss_box'), null), 'val_loss');
  });

  it('judges what the run is selected by', () => {
    const run = makeRun(both, { parameters: new Map([['metric_for_best_model', 'val_score']]) });
    assert.equal(nameOf(run, null), 'val_score');
  });

  it('judges what the user names, by name or by metric', () => {
    assert.equal(nameOf(makeRun(both), 'score'), 'val_score');
    assert.equal(nameOf(makeRun(both), 'no such thing'), 'val_loss');
  });

  it('passes over a series without a single number', () => {
    assert.equal(nameOf(makeRun({ ...both, validation: [NaN, NaN] }), null), 'val_score');
  });

  it('judges training loss, as training, where nothing else was logged, and nothing in nothing', () => {
    assert.equal(chooseMonitor(makeRun({ loss: [3, 2] }), null)?.validation, false);
    assert.equal(chooseMonitor(makeRun({ learningRate: [1, 1] }), null), null);
  });

  it('judges what a policy earned before the loss it was trained by, like held-out data', () => {
    const run = makeRun({ loss: [3, 2] });
    const earned = new Series('ep_rew_mean', 'reward', 'train', 'max');
    earned.push(0, 12);
    const judged = chooseMonitor({ ...run, series: [...run.series, earned] }, null);
    assert.deepEqual([judged?.monitor.name, judged?.validation], ['ep_rew_mean', true]);
    assert.equal(trainingFor(run, judged!.monitor), null);
    assert.equal(otherView(run, judged!.monitor), null);
  });

  it('judges the training loss of a first pass over the data like held-out data', () => {
    const rows = new Rows();
    for (const step of [100, 200, 300]) rows.push(NaN, step, NaN, 1, 0);
    const judged = (stepsPerEpoch: number | null) =>
      chooseMonitor(makeRun({ loss: [3, 2, 1] }, { rows, unit: 'step', stepsPerEpoch }), null);
    assert.equal(judged(300)?.validation, true);
    assert.equal(judged(200)?.validation, false);
    assert.equal(judged(null)?.validation, false);
  });

  it('judges the score that sums a detector up, not the first that was logged', () => {
    const run = makeRun({ loss: [3, 2] });
    const scores = ['precision_b', 'map50_b', 'map50_95_b'].map(metric => {
      const series = new Series(metric, metric, 'validation', 'max');
      series.push(0, 0.5);
      return series;
    });
    assert.equal(nameOf({ ...run, series: [...run.series, ...scores] }, null), 'map50_95_b');
  });

  it('takes a percentage error for no precision of a detector', () => {
    const run = makeRun({ loss: [3, 2] });
    const scores = ['accuracy', 'mape'].map(metric => {
      const series = new Series(metric, metric, 'validation', metric === 'mape' ? 'min' : 'max');
      series.push(0, 0.5);
      return series;
    });
    assert.equal(nameOf({ ...run, series: [...run.series, ...scores] }, null), 'accuracy');
  });

  it('judges the test split where there is no validation', () => {
    const run = makeRun({ loss: [3, 2] });
    const test = new Series('test_acc', 'accuracy', 'test', 'max');
    test.push(0, 0.5);
    assert.equal(nameOf({ ...run, series: [...run.series, test] }, null), 'test_acc');
  });
});

describe('what stands beside the monitor', () => {
  it('is training of the same metric, and the score beside a loss', () => {
    const run = makeRun(both);
    const { monitor } = chooseMonitor(run, null)!;
    assert.deepEqual(
      [trainingFor(run, monitor)?.name, otherView(run, monitor)?.name],
      ['loss', 'val_score'],
    );
  });
});
