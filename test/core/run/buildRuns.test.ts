import assert from 'node:assert/strict';
import type { LogMark } from '../../../src/core/log/format';
import { build, curvesOf, type PlainRow } from './building';

const runsOf = (items: readonly (PlainRow | LogMark)[]): string[][] =>
  build(items).runs().map(curvesOf);
const splitsOf = (row: PlainRow): string => {
  const [run] = build([row]).runs();
  return run === undefined
    ? ''
    : run.series.map(({ name, split }) => `${name} ${split ?? '–'}`).join(', ');
};

describe('RunBuilder: runs', () => {
  it('makes one run of rows that go on', () => {
    assert.deepEqual(
      runsOf([
        { epoch: 1, loss: 2 },
        { epoch: 2, loss: 1 },
      ]),
      [['loss train: 1=2 2=1']],
    );
  });

  it('leaves a single value out beside curves, and keeps it where there is nothing else yet', () => {
    const rows: PlainRow[] = [1, 2, 3, 4, 5].map(epoch => ({ epoch, loss: epoch }));
    assert.deepEqual(runsOf([...rows, { epoch: 5, test_acc: 0.9 }]), [
      ['loss train: 1=1 2=2 3=3 4=4 5=5'],
    ]);
    assert.deepEqual(runsOf([{ epoch: 1, loss: 1 }]), [['loss train: 1=1']]);
  });

  it('takes names for names up to ten thousand shapes of rows', () => {
    const rows = Array.from({ length: 10_100 }, (_, at) => ({ epoch: 1, [`loss of ${at}x`]: 1 }));
    const [run] = build(rows).runs();
    assert.equal(run?.rows.count, 10_000);
  });

  it('begins a new run where an epoch falls back', () => {
    const rows = [1, 2, 3, 1, 2].map(epoch => ({ epoch, loss: epoch }));
    assert.deepEqual(runsOf(rows), [['loss train: 1=1 2=2 3=3'], ['loss train: 1=1 2=2']]);
  });

  it('begins a new run where a step falls back and no epoch goes on', () => {
    const rows = [19, 39, 19].map(step => ({ step, loss: step }));
    assert.deepEqual(runsOf(rows), [['loss train: 19=19 39=39'], ['loss train: 19=19']]);
  });

  it('begins a new run at the same first epoch again, once a series has shown one value per epoch', () => {
    const rows = [0, 1, 2, 0, 0, 1].map(epoch => ({ epoch, val_loss: epoch }));
    assert.deepEqual(runsOf(rows), [
      ['val_loss validation: 0=0 1=1 2=2'],
      ['val_loss validation: 0=0'],
      ['val_loss validation: 0=0 1=1'],
    ]);
  });

  it('stays in the run while one epoch label comes with every batch', () => {
    assert.deepEqual(runsOf([1, 1, 1, 2].map(epoch => ({ epoch, loss: epoch }))), [
      ['loss train: 1=1 1=1 1=1 2=2'],
    ]);
  });

  it('begins a new run where the log says so, and names it', () => {
    const fold = (name: string, line: number): LogMark => ({ kind: 'run', name, line });
    const builder = build([
      fold('fold 1', 1),
      { epoch: 1, loss: 2 },
      fold('fold 2', 3),
      { epoch: 2, loss: 1 },
    ]);
    assert.deepEqual(
      builder.runs().map(run => run.name),
      ['log.txt fold 1', 'log.txt fold 2'],
    );
  });

  it('leaves out runs without a curve, and logs without a run', () => {
    assert.deepEqual(runsOf([{ epoch: 1, memory: 5 }]), []);
    assert.deepEqual(runsOf([]), []);
  });

  it('does not begin anew at the counters of a learning rate printed beside an evaluation', () => {
    const rows = [
      { epoch: 1, iter: 360, lr: 0.1, loss: 2 },
      { epoch: 1, iter: 80, lr: 0.1, mAP: 0.5 },
    ];
    assert.equal(build(rows).runs().length, 1);
  });
});

describe('RunBuilder: axes', () => {
  it('makes steps global that start over in each epoch', () => {
    const rows = [
      [1, 10],
      [1, 20],
      [2, 10],
      [2, 20],
      [3, 10],
    ].map(([epoch = 0, iter = 0]) => ({ epoch, iter, loss: 1 }));
    const [run] = build(rows).runs();
    assert.deepEqual([...run!.rows.step.view()], [10, 20, 30, 40, 50]);
  });

  it('counts rows from 0 where the log has no counter; they are epochs where they hold a validation', () => {
    const [keras] = build([
      { loss: 2, val_loss: 3 },
      { loss: 1, val_loss: 2 },
    ]).runs();
    assert.deepEqual(curvesOf(keras!), ['loss train: 0=2 1=1', 'val_loss validation: 0=3 1=2']);
    assert.deepEqual([keras!.unit, keras!.epochBase], ['epoch', null]);
    const [monitor] = build([{ reward: 2 }, { reward: 1 }]).runs();
    assert.deepEqual([monitor!.unit, [...monitor!.rows.epoch.view()]], ['step', [NaN, NaN]]);
  });

  it('takes the place of the log for a row without a counter', () => {
    const rows = [{ epoch: 1, loss: 2 }, { val_loss: 3 }, { epoch: 2, loss: 1 }, { val_loss: 2 }];
    assert.deepEqual(runsOf(rows), [['loss train: 1=2 2=1', 'val_loss validation: 1=3 2=2']]);
  });

  it('reads the step of a validation row as the epoch where it is one', () => {
    const rows = [
      { epoch: 1, step: 69, loss: 2 },
      { step: 1, acc: 0.5 },
      { epoch: 2, step: 138, loss: 1 },
      { step: 2, acc: 0.75 },
    ];
    const [run] = build(rows).runs();
    assert.deepEqual(curvesOf(run!), ['loss train: 1=2 2=1', 'acc validation: 1=0.5 2=0.75']);
    assert.deepEqual([...run!.rows.step.view()], [69, 69, 138, 138]);
  });

  it('takes no step from a negative number', () => {
    const [run] = build([{ epoch: 0, step: -1, cosine_pearson: 0.5 }]).runs();
    assert.deepEqual([...run!.rows.step.view()], [NaN]);
  });

  it('keeps a value per batch and a value per epoch of one name apart', () => {
    const rows = [
      { epoch: 1, iter: 1, loss: 3 },
      { epoch: 1, iter: 2, loss: 2 },
      { epoch: 1, loss: 2.5 },
    ];
    assert.deepEqual(runsOf(rows), [['loss train: 1=3 1=2', 'loss train: 1=2.5']]);
  });
});

describe('RunBuilder: splits', () => {
  it('gives every value its split by its name, its line and its company', () => {
    const rows: readonly (readonly [PlainRow, string])[] = [
      [
        { loss: 1, accuracy: 1, val_loss: 1, val_accuracy: 1 },
        'loss train, accuracy train, val_loss validation, val_accuracy validation',
      ],
      [{ loss: 1, accuracy: 1 }, 'loss train, accuracy train'],
      [
        { train_loss: 1, valid_loss: 1, accuracy: 1 },
        'train_loss train, valid_loss validation, accuracy validation',
      ],
      [{ train_loss: 1, accuracy: 1 }, 'train_loss train, accuracy validation'],
      [{ val_loss: 1, acc: 1 }, 'val_loss validation, acc validation'],
      [{ accuracy: 1 }, 'accuracy validation'],
      [{ mse: 1 }, 'mse train'],
      [{ loss: 1, mAP: 1, lr: 1 }, 'loss train, mAP validation, lr –'],
      [
        { 'train/loss_actor': 1, 'rollout/return': 1 },
        'train/loss_actor train, rollout/return train',
      ],
      [{ 'val:loss': 1, 'train:loss': 2 }, 'loss validation, loss train'],
    ];
    for (const [row, expected] of rows) assert.equal(splitsOf(row), expected);
  });

  it('judges a lone held-out set as validation whatever it is called; beside a validation a test stays a test', () => {
    assert.equal(
      splitsOf({ train_loss: 1, test_loss: 1 }),
      'train_loss train, test_loss validation',
    );
    assert.equal(splitsOf({ val_loss: 1, test_loss: 1 }), 'val_loss validation, test_loss test');
  });
});
