import assert from 'node:assert/strict';
import { assemble } from '../../../src/core/run/assemble';
import { LogReading } from '../../../src/core/run/logReading';
import type { Run } from '../../../src/core/run/run';
import { curvesOf } from './building';

/** The runs of some files, by their paths. */
function runsOf(files: Readonly<Record<string, string>>): Run[] {
  return Object.entries(files).flatMap(([path, content]) => {
    const bytes = new TextEncoder().encode(content);
    const reading = new LogReading(path);
    reading.start(bytes, true);
    reading.bytes(bytes);
    reading.end();
    return [...reading.runs()];
  });
}

const assembled = (files: Readonly<Record<string, string>>): object[] =>
  assemble(runsOf(files)).map(run => ({ logs: run.logs, curves: curvesOf(run) }));

const csv = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;
const state = (steps: number): string =>
  JSON.stringify({
    log_history: Array.from({ length: steps }, (_, at) => ({
      epoch: (at + 1) / 2,
      step: at + 1,
      loss: 9 - at,
    })),
  });

describe('assemble', () => {
  it('leaves out saved states that another one goes on from, and names them among its logs', () => {
    const files = {
      'checkpoint-2/trainer_state.json': state(2),
      'checkpoint-4/trainer_state.json': state(4),
      'trainer_state.json': state(4),
    };
    assert.deepEqual(assembled(files), [
      {
        logs: [
          'trainer_state.json',
          'checkpoint-2/trainer_state.json',
          'checkpoint-4/trainer_state.json',
        ],
        curves: ['loss train: 0.5=9 1=8 1.5=7 2=6'],
      },
    ]);
  });

  it('puts training and validation of two files together, in the order of their epochs', () => {
    const files = {
      'run/train_metrics.csv': csv('epoch,loss', '0,5', '1,4'),
      'run/val_metrics.csv': csv('epoch,loss', '0,6', '1,5'),
    };
    const [run] = assemble(runsOf(files));
    assert.deepEqual(curvesOf(run!), ['loss train: 0=5 1=4', 'loss validation: 0=6 1=5']);
    assert.deepEqual([...run!.rows.log.view()], [0, 1, 0, 1]);
    assert.deepEqual(run!.logs, Object.keys(files));
  });

  it('puts the folders of training and validation together', () => {
    const files = {
      'a/train/loss.tsv': csv('step\tloss', '1\t5', '2\t4'),
      'a/eval/loss.tsv': csv('step\tloss', '1\t6', '2\t5'),
    };
    assert.deepEqual(assembled(files).length, 1);
  });

  it('leaves out another view of the same numbers: the console log beside the table', () => {
    const files = {
      'run/metrics.csv': csv(
        'epoch,train_loss,val_loss',
        '1,0.82648418,0.80479996',
        '2,0.72648418,0.70479996',
      ),
      'run/progress.csv': csv('epoch,train_loss', '1,0.8265', '2,0.7265'),
    };
    assert.deepEqual(assembled(files), [
      {
        logs: ['run/metrics.csv', 'run/progress.csv'],
        curves: [
          'train_loss train: 1=0.82648418 2=0.72648418',
          'val_loss validation: 1=0.80479996 2=0.70479996',
        ],
      },
    ]);
  });

  it('puts together what was written to a file per epoch', () => {
    const piece = (epoch: number): string =>
      JSON.stringify({ epoch, training_loss: 9 - epoch, validation_loss: epoch }, null, 2);
    const files = {
      'metrics_epoch_0.json': piece(0),
      'metrics_epoch_1.json': piece(1),
      'metrics_epoch_10.json': piece(10),
    };
    assert.deepEqual(assembled(files), [
      {
        logs: Object.keys(files),
        curves: ['training_loss train: 0=9 1=8 10=-1', 'validation_loss validation: 0=0 1=1 10=10'],
      },
    ]);
  });

  it('keeps runs apart that stand side by side', () => {
    const files = {
      'lr0.1.csv': csv('epoch,loss,val_loss', '1,5,6', '2,4,5'),
      'lr0.2.csv': csv('epoch,loss,val_loss', '1,7,8', '2,3,4'),
      'b/log.csv': csv('epoch,loss,val_loss', '1,9,8', '2,8,7'),
      'c/log.csv': csv('epoch,loss,val_loss', '1,9,8', '2,8,7'),
    };
    assert.deepEqual(
      assemble(runsOf(files)).map(run => run.logs),
      Object.keys(files).map(path => [path]),
    );
  });

  it('makes nothing of nothing', () => {
    assert.deepEqual(assemble([]), []);
  });

  it("makes one run of a folder of MLflow's file store, whose splits its curves tell together", () => {
    const metric = (...values: number[]): string =>
      values.map((value, step) => `${1_700_000_000_000 + step} ${value} ${step}\n`).join('');
    const run = 'mlruns/1/0123456789abcdef0123456789abcdef';
    const files = {
      [`${run}/metrics/accuracy`]: metric(0.5, 0.6),
      [`${run}/metrics/loss`]: metric(3, 2),
      [`${run}/metrics/lr`]: metric(0.1, 0.05),
      [`${run}/metrics/train/loss_again`]: metric(3, 2),
      [`${run}/metrics/val_accuracy`]: metric(0.4, 0.5),
      'mlruns/1/fedcba9876543210fedcba9876543210/metrics/loss': metric(5, 4),
    };
    const runs = assemble(runsOf(files));
    assert.deepEqual(
      runs.map(({ name, series }) => [name, series.map(each => [each.name, each.split])]),
      [
        [
          run,
          [
            ['accuracy', 'train'],
            ['loss', 'train'],
            ['lr', null],
            ['train/loss_again', 'train'],
            ['val_accuracy', 'validation'],
          ],
        ],
        ['mlruns/1/fedcba9876543210fedcba9876543210', [['loss', 'train']]],
      ],
    );
  });

  it('leaves runs of one log apart that have one row each', () => {
    const table = csv('Step,a - val_loss,b - val_loss', '1,5,', '2,,4');
    assert.equal(assemble(runsOf({ 'export.csv': table })).length, 2);
  });
});
