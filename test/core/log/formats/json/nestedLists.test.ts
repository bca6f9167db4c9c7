import assert from 'node:assert/strict';
import { jsonDocument } from '../../../../../src/core/log/formats/jsonDocument';
import { read, recognizes } from '../reading';

const heard = (value: unknown, path = 'history.json') =>
  read(jsonDocument, path, JSON.stringify(value));
const fieldsOf = (value: unknown, path = 'history.json') =>
  heard(value, path).records.map(record => record.fields);

describe('lists in JSON documents', () => {
  it('that stand under their metrics by fold are a run each', () => {
    const byName = { loss: { fold_1: [3, 2], fold_2: [4, 1] } };
    const byPlace = {
      loss: [
        [3, 2, 1],
        [4, 1, 0.5],
      ],
    };
    const runs = [
      { kind: 'run', name: 'fold_2', line: 1 },
      { kind: 'unit', unit: 'epoch', line: 1 },
    ];
    const { records, marks } = heard(byName);
    assert.deepEqual(
      records.map(record => record.fields),
      [{ loss: 3 }, { loss: 2 }, { loss: 4 }, { loss: 1 }],
    );
    assert.deepEqual(marks.slice(1), runs);
    assert.equal(fieldsOf(byPlace, 'fold_history.json').length, 6);
    // Without a word of folds they may as well be batches by epoch.
    assert.deepEqual(fieldsOf(byPlace), []);
  });

  it('call their runs by the keys that lead to them', () => {
    const lists = { train: [2, 1, 0.5], val: [3, 2, 1.5] };
    const document = { vae: { vae_elbo_b1: lists, vae_elbo_b4: lists }, ae: { history: lists } };
    const { marks, records } = heard(document);
    const names = marks.flatMap(mark => (mark.kind === 'run' ? [mark.name] : []));
    assert.deepEqual(names, ['vae/vae_elbo_b1', 'vae/vae_elbo_b4', 'ae']);
    // What a model is called is no measure of what stands in it.
    assert.deepEqual(records[0]!.fields, { 'train (loss)': 2, 'val (loss)': 3 });
  });

  it('take measure and split from what they stand in, or from the file', () => {
    assert.deepEqual(fieldsOf({ train: [2, 1], val: [3, 2] }, 'loss.json')[0], {
      'loss/train': 2,
      'loss/val': 3,
    });
    const nested = { loss: { train: [2, 1] }, accuracy: { train: [0.5, 0.75] } };
    assert.deepEqual(heard(nested).marks, [
      { kind: 'unit', unit: 'epoch', line: 1 },
      { kind: 'unit', unit: 'epoch', line: 1 },
    ]);
    const records = { train: [{ epoch: 0, loss: 2 }], test: [{ epoch: 0, loss: 3 }] };
    assert.deepEqual(fieldsOf(records), [
      { 'epoch: epoch': 0, 'loss (train)': 2 },
      { 'epoch: epoch': 0, 'loss (test)': 3 },
    ]);
  });

  it('have the steps of their split', () => {
    const document = {
      train_steps: [5, 10, 15],
      train_losses: [3, 2, 1],
      val_steps: [6, 12],
      val_losses: [4, 3],
    };
    assert.deepEqual(fieldsOf(document).slice(2), [
      { 'step: train_steps': 15, train_losses: 1 },
      { 'step: val_steps': 6, val_losses: 4 },
      { 'step: val_steps': 12, val_losses: 3 },
    ]);
  });

  it('of points have their own axis, under the name of a measure', () => {
    const document = {
      loss: [
        { step: 10, value: 2, timestamp: 1700000000 },
        { step: 20, value: 1, timestamp: 1700000001 },
      ],
      val_loss: [
        [10, 3],
        [20, 2],
      ],
    };
    assert.deepEqual(fieldsOf(document), [
      { 'step: step': 10, loss: 2 },
      { 'step: step': 20, loss: 1 },
      { 'step: step': 10, val_loss: 3 },
      { 'step: step': 20, val_loss: 2 },
    ]);
    assert.ok(!recognizes(jsonDocument, 'map.json', '{"outline": [[1, 3], [2, 5]]}'));
  });

  it('are the columns of a table of pandas', () => {
    const table = {
      columns: ['loss', 'val_loss'],
      index: [0, 1],
      data: [
        [2, 3],
        [1, 2],
      ],
    };
    assert.deepEqual(fieldsOf(table), [
      { loss: 2, val_loss: 3 },
      { loss: 1, val_loss: 2 },
    ]);
  });

  it('are a curve on their own in a file called after one; scores of other things are none', () => {
    assert.deepEqual(fieldsOf([0.5, 0.25], 'val_losses.json'), [
      { val_losses: 0.5 },
      { val_losses: 0.25 },
    ]);
    for (const path of ['scores.json', 'data.json', 'error.json'])
      assert.ok(!recognizes(jsonDocument, path, '[0.5, 0.25]'), path);
    assert.ok(!recognizes(jsonDocument, 'losses.json', '[12, 30, 7]'));
  });
});
