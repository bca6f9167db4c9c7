import assert from 'node:assert/strict';
import { build, curvesOf, type PlainRow } from './building';

const splits = (rows: readonly PlainRow[]): string[] =>
  build(rows)
    .runs()
    .flatMap(run => curvesOf(run).map(curve => curve.slice(0, curve.indexOf(':'))));

describe('splitsOf', () => {
  it('gives a score that is measured in few of the rows of its loss to the validation', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((epoch): PlainRow =>
      epoch % 3 === 0 ? { epoch, loss: 1, acc: 0.5 } : { epoch, loss: 1 },
    );
    assert.deepEqual(splits(rows), ['loss train', 'acc validation']);
    assert.deepEqual(splits(rows.map(({ epoch }) => ({ epoch: epoch!, loss: 1, acc: 0.5 }))), [
      'loss train',
      'acc train',
    ]);
  });

  it('takes errors beside what only an evaluation has for its own, and those alone for the training', () => {
    const rows = [1, 2, 3].map((epoch): PlainRow => ({ epoch, rmse: 1, abs_rel: 1 }));
    assert.deepEqual(splits(rows), ['rmse validation', 'abs_rel validation']);
    assert.deepEqual(splits(rows.map(({ epoch, rmse }) => ({ epoch: epoch!, rmse: rmse! }))), [
      'rmse train',
    ]);
  });

  it('knows that epochs with batches of their own are other rows', () => {
    const rows = [1, 2].flatMap((epoch): PlainRow[] => [
      ...[1, 2, 3, 4].map(step => ({ epoch, step, loss: 1 })),
      { epoch, loss: 1, acc: 0.5 },
    ]);
    assert.deepEqual(splits(rows), ['loss train', 'loss train', 'acc train']);
  });

  it('gives what is printed for each batch to the training, and what those came to', () => {
    const rows = [1, 2, 3].flatMap((epoch): PlainRow[] => [
      ...[1, 2, 3, 4].map(() => ({ epoch, loss: 1, 'train loss': 2 })),
      { epoch, 'average loss': 1 },
    ]);
    assert.deepEqual(splits(rows), ['loss train', 'train loss train', 'average loss train']);
  });

  it('takes the loss with a step for that of a batch where the training has one of the whole epoch', () => {
    const rows = [1, 2, 3].flatMap((epoch): PlainRow[] => [
      { epoch, step: 39, loss: 1 },
      { epoch, 'train loss': 1 },
    ]);
    assert.deepEqual(splits(rows), ['loss train', 'train loss train']);
  });

  it('takes a loss beside one of the training, and the scores beside it, for those of what was held out', () => {
    const row = { 'train loss': 1, loss: 2, accuracy: 0.5 };
    const rows = [1, 2, 3].map((epoch): PlainRow => ({ epoch, ...row }));
    assert.deepEqual(splits(rows), ['train loss train', 'loss validation', 'accuracy validation']);
    const both = rows.map((each): PlainRow => ({ ...each, 'val loss': 3 }));
    assert.deepEqual(splits(both)[2], 'accuracy train');
  });

  it('knows that the log loss beside a training loss is of what was held out', () => {
    const rows = [1, 2, 3].flatMap((epoch): PlainRow[] => [
      { epoch, logloss: 1, auc: 0.7 },
      { epoch, 'train loss': 1 },
    ]);
    assert.deepEqual(splits(rows), ['logloss validation', 'auc validation', 'train loss train']);
  });

  it('takes a name that nobody knows for one of the training unless it stands beside a held-out value', () => {
    const rows = [1, 2, 3].flatMap((epoch): PlainRow[] => [
      { epoch, box: 1 / epoch },
      { epoch, 'val loss': 1, spam: 1 / epoch },
    ]);
    assert.deepEqual(splits(rows), ['box train', 'val loss validation', 'spam validation']);
  });
});
