import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonDocument } from '../../../../src/core/log/formats/jsonDocument';
import { read, recognizes } from './reading';

const HISTORY = { loss: [3, 2, 1], val_loss: [3.5, 2.5, 2.75], lr: [0.1, 0.1, 0.01] };
const TRAINER = {
  epoch: 1.0,
  num_train_epochs: 3,
  max_steps: 90,
  log_history: [
    { epoch: 0.5, step: 15, loss: 2.5, learning_rate: 1e-5 },
    { epoch: 1, step: 30, eval_loss: 2.25 },
    { epoch: 1, step: 30, train_loss: 2, train_runtime: 10 },
  ],
};
const heard = (value: unknown, path = 'history.json') =>
  read(jsonDocument, path, JSON.stringify(value, null, 1));

describe('jsonDocument', () => {
  it('reads the log history of a trainer state, with its plan and without its summary', () => {
    assert.deepEqual(heard(TRAINER, 'trainer_state.json'), {
      records: [
        {
          line: 6,
          fields: { 'epoch: epoch': 0.5, 'step: step': 15, loss: 2.5, learning_rate: 1e-5 },
        },
        { line: 12, fields: { 'epoch: epoch': 1, 'step: step': 30, eval_loss: 2.25 } },
      ],
      marks: [{ kind: 'planned', count: 3, unit: 'epoch', line: 1 }],
      problems: [],
    });
  });

  it('reads points with an axis of their own beside lists, and what else is below them', () => {
    const { records } = heard({
      epoch: 3,
      train_losses: [3, 2, 1],
      val_losses: [
        [10, 2.5],
        [20, 2.25],
      ],
      more: { val_accs: [0.5, 0.75, 0.875] },
    });
    assert.deepEqual(
      records.map(record => record.fields),
      [
        { 'step: step': 10, val_losses: 2.5 },
        { 'step: step': 20, val_losses: 2.25 },
        { train_losses: 3 },
        { train_losses: 2 },
        { train_losses: 1 },
        { val_accs: 0.5 },
        { val_accs: 0.75 },
        { val_accs: 0.875 },
      ],
    );
  });

  it('reads records that say an unknown quantity on two splits, but not the rows of a data set', () => {
    const record = (epoch: number) => ({ epoch, train: { edge: 1 / epoch }, val: { edge: 2 } });
    assert.ok(recognizes(jsonDocument, 'a.json', JSON.stringify([record(1), record(2)])));
    const parts = { train: [1, 4, 5, 8], test: [2, 3, 6] };
    assert.ok(!recognizes(jsonDocument, 'split.json', JSON.stringify(parts)));
    const losses = { train: [0.5, 0.25, 0.125], test: [0.75, 0.5, 0.5] };
    assert.deepEqual(heard(losses).records[0]?.fields, {
      'train (loss)': 0.5,
      'test (loss)': 0.75,
    });
  });

  it('reads lists side by side, wherever in the document they are; a value on a line of its own knows it', () => {
    const { records, marks } = heard({ config: { max_epochs: 5 }, training_history: HISTORY });
    assert.deepEqual(records[2], { line: 9, fields: { loss: 1, val_loss: 2.75, lr: 0.01 } });
    assert.deepEqual(marks, [
      { kind: 'planned', count: 5, unit: 'epoch', line: 1 },
      { kind: 'unit', unit: 'epoch', line: 1 },
    ]);
  });

  it('takes the split from the key that parts the lists', () => {
    const { records } = heard({ train: { loss: [2, 1] }, val: { loss: [3, 2] } });
    assert.deepEqual(
      records.map(record => record.fields),
      [{ 'train/loss': 2 }, { 'train/loss': 1 }, { 'val/loss': 3 }, { 'val/loss': 2 }],
    );
  });

  it('begins another run where the same lists come again', () => {
    const { marks } = heard({ folds: { fold_1: { h: HISTORY }, fold_2: { h: HISTORY } } });
    assert.deepEqual(
      marks.flatMap(mark => (mark.kind === 'run' ? [mark.name] : [])),
      ['folds/fold_1', 'folds/fold_2'],
    );
  });

  it('reads lists of objects beside the lists, series with axes of their own, and records by epoch', () => {
    assert.deepEqual(
      heard({ loss: [2, 1], val_metrics: [{ mae: 5 }, { mae: 4 }] }).records[1]?.fields,
      {
        loss: 1,
        'val_metrics/mae': 4,
      },
    );
    const sacred = { validLoss: { steps: [0, 2], values: [5, 4], timestamps: ['a', 'b'] } };
    assert.deepEqual(heard(sacred).records[1]?.fields, { 'step: step': 2, validLoss: 4 });
    const byEpoch = { '1': { train_loss: 2, val_loss: 3 }, '2': { train_loss: 1, val_loss: 2 } };
    assert.deepEqual(heard(byEpoch).records[1]?.fields, {
      'epoch: epoch': 2,
      train_loss: 1,
      val_loss: 2,
    });
  });

  it('reads what boosting, pandas, Python and TensorBoard write', () => {
    const last = (text: string, path = 'history.json'): object | undefined =>
      read(jsonDocument, path, text).records.at(-1)?.fields;
    const boosting = {
      validation_0: { logloss: [0.5, 0.25] },
      validation_1: { logloss: [0.75, 0.5] },
    };
    assert.deepEqual(last(JSON.stringify(boosting)), { 'validation_1/logloss': 0.5 });
    assert.deepEqual(last('{"loss":{"0":2,"1":1},"val_loss":{"0":3,"1":2}}'), {
      loss: 1,
      val_loss: 2,
    });
    assert.deepEqual(last("{'loss': [2.0, nan], 'val_loss': [3, 2], 'done': True}"), {
      loss: NaN,
      val_loss: 2,
    });
    assert.deepEqual(
      last('[[1688704569.5,56,524.5],[1688704634.5,113,517.5]]', 'train_loss.json'),
      {
        'time: Wall time': 1688704634.5,
        'step: step': 113,
        train_loss: 517.5,
      },
    );
    assert.deepEqual(last('{"epochs": [5, 10], "train_losses": [2, 1]}'), {
      'epoch: epochs': 10,
      train_losses: 1,
    });
  });

  it('keeps what half a document holds, and says that it ends early', () => {
    const text = JSON.stringify(TRAINER);
    const half = read(
      jsonDocument,
      'trainer_state.json',
      text.slice(0, text.indexOf('eval_loss') + 11),
    );
    assert.deepEqual(half.records[0]?.fields, {
      'epoch: epoch': 0.5,
      'step: step': 15,
      loss: 2.5,
      learning_rate: 1e-5,
    });
    assert.deepEqual(half.problems, [{ code: 'truncated', line: 0, details: {} }]);
  });

  it('says where a document is no JSON any more', () => {
    const { records, problems } = read(
      jsonDocument,
      'h.json',
      '{"loss": [2,\n1],\n"val_loss": oops}',
    );
    assert.deepEqual(records.length, 2);
    assert.deepEqual(problems, [{ code: 'bad-json', line: 3, details: {} }]);
  });

  it('reads NaN and infinities as Python writes them', () => {
    const { records } = read(jsonDocument, 'h.json', '{"loss": [1, NaN, -Infinity]}');
    assert.deepEqual(
      records.map(record => record.fields['loss']),
      [1, NaN, -Infinity],
    );
  });

  it('takes no number that half a document ends in: it may go on', () => {
    for (const tail of ['1', '1.', '1.5', '2e', '2e-', '2e-3']) {
      const { records } = read(
        jsonDocument,
        'history.json',
        `{"loss": [3, 2, 1], "val_loss": [4, ${tail}`,
      );
      const last = records.flatMap(({ fields }) => fields['val_loss'] ?? []);
      assert.deepEqual(last, [4], tail);
    }
  });

  it('takes the same records from the bytes however they are cut', () => {
    const content = `\ufeff${JSON.stringify({ ...TRAINER, note: 'ü€😀' })}`;
    const whole = read(jsonDocument, 'a.json', content);
    const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 });
    fc.assert(
      fc.property(sizes, cuts =>
        assert.deepEqual(read(jsonDocument, 'a.json', content, cuts), whole),
      ),
    );
  });

  it('takes documents with the history of a training and nothing else', () => {
    const yes = [TRAINER, HISTORY, [{ epoch: 1, loss: 2 }], { h: { accuracy: [0.5, 0.75] } }];
    const no = [
      { epoch: 4, train_loss: 0.25, train_runtime: 2 },
      { nodes: [{ id: 'a', group: 1 }], links: [{ source: 'a', value: 1 }] },
      { type: 'Feature', geometry: { coordinates: [[1, 2]] } },
      [{ model: 'a', train_loss: 1, val_loss: 2 }],
      { name: 'x', version: '1', dependencies: {} },
      { space: [{ name: 'learning_rate', values: [0.1, 0.01] }] },
      [],
      {},
    ];
    assert.deepEqual(
      [...yes, ...no].map(value => recognizes(jsonDocument, 'a.json', JSON.stringify(value))),
      [...yes.map(() => true), ...no.map(() => false)],
    );
  });

  it('leaves JSON Lines to their own format', () => {
    assert.equal(recognizes(jsonDocument, 'a.json', '{"loss":[1,2]}\n{"loss":[1,2]}\n'), false);
  });

  it('is not brought down by depth or by any text', () => {
    const deep = `{"loss": [1, 2], "a": ${'['.repeat(100_000)}`;
    assert.deepEqual(
      read(jsonDocument, 'a.json', deep).problems.map(({ code }) => code),
      ['too-deep'],
    );
    fc.assert(
      fc.property(fc.string(), text => void read(jsonDocument, 'a.json', `{"loss":[1,${text}`)),
    );
  });
});
