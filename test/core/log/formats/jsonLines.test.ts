import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonLines } from '../../../../src/core/log/formats/jsonLines';
import { read, recognizes } from './reading';

const rows = (path: string, lines: readonly object[]): object[] =>
  read(jsonLines, path, lines.map(line => JSON.stringify(line)).join('\n')).records.map(
    record => record.fields,
  );

describe('jsonLines', () => {
  it('reads one object a line; every record knows its line', () => {
    const log =
      '{"epoch": 0, "train_loss": 2.5, "test_acc1": 35.75}\n\n{"epoch": 1, "train_loss": 2.25, "test_acc1": 58.75}\n';
    assert.deepEqual(read(jsonLines, 'log.txt', log), {
      records: [
        { line: 1, fields: { 'epoch: epoch': 0, train_loss: 2.5, test_acc1: 35.75 } },
        { line: 3, fields: { 'epoch: epoch': 1, train_loss: 2.25, test_acc1: 58.75 } },
      ],
      marks: [],
      problems: [],
    });
  });

  it('reads a line per value that names it in a text', () => {
    const lines = [
      { step: 1, tag: 'train/loss', value: 0.5 },
      { step: 1, tag: 'val/psnr', value: 20 },
      { step: 2, tag: 'train/loss', value: 0.25 },
    ];
    assert.deepEqual(rows('scalars.jsonl', lines), [
      { 'step: step': 1, 'train/loss': 0.5 },
      { 'step: step': 1, 'val/psnr': 20 },
      { 'step: step': 2, 'train/loss': 0.25 },
    ]);
  });

  it('takes the same records from the bytes however they are cut', () => {
    const content =
      '\ufeff{"step": 1, "loss": NaN, "näme": "ü"}\r\n{"step": 2, "loss": -Infinity}\r\nbroken {\n' +
      '{"step": 3, "loss": 0.5, "val": {"loss": 1, "acc": [1, 2]}}\n{"step": 4, "lo';
    const whole = read(jsonLines, 'log.jsonl', content);
    const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 120 });
    fc.assert(
      fc.property(sizes, cuts =>
        assert.deepEqual(read(jsonLines, 'log.jsonl', content, cuts), whole),
      ),
    );
  });

  it('joins nested names, takes numbers written as text and the tokens of Python, and leaves out the rest', () => {
    const line =
      '{"step": 5, "info": {"loss": Infinity, "text": "NaN inside"}, "acc": "0.5", "list": [1, 2], "flag": true, "none": null, "config": {"loss": 3}}';
    assert.deepEqual(read(jsonLines, 'log.jsonl', line).records, [
      { line: 1, fields: { 'step: step': 5, 'info/loss': Infinity, acc: 0.5 } },
    ]);
  });

  it('takes the mean of a value that comes with its statistics', () => {
    const tick = {
      'Progress/kimg': { num: 1, mean: 4, std: 0 },
      'Loss/G': { num: 9, mean: 0.5, std: 1 },
    };
    assert.deepEqual(rows('stats.jsonl', [tick]), [{ 'step: Progress/kimg': 4, 'Loss/G': 0.5 }]);
  });

  it('takes the split from a mode, and the step from the name of a saved state', () => {
    assert.deepEqual(rows('log.json', [{ mode: 'val', epoch: 2, mAP: 0.5, lr: 0.1 }]), [
      { 'epoch: epoch': 2, 'mAP (validation)': 0.5 },
    ]);
    const begin = { event: 'on_train_begin', epoch: 0, score: 0.5 };
    assert.deepEqual(rows('log.json', [begin]), [{ 'epoch: epoch': 0, 'score (validation)': 0.5 }]);
    const metric = { results: { fid50k: 8 }, snapshot_pkl: 'network-snapshot-000280.pkl' };
    assert.deepEqual(rows('metric-fid50k.jsonl', [metric]), [
      { 'step: step': 280, 'results/fid50k': 8 },
    ]);
  });

  it('marks the planned length once', () => {
    const log =
      '{"current_steps": 10, "total_steps": 90, "loss": 2}\n{"current_steps": 20, "total_steps": 90, "loss": 1}\n';
    assert.deepEqual(read(jsonLines, 'log.jsonl', log).marks, [
      { kind: 'planned', count: 90, unit: 'step', line: 1 },
    ]);
  });

  it('reports a line that is no object, and goes on', () => {
    const { records, problems } = read(
      jsonLines,
      'l.jsonl',
      '{"epoch":1,"loss":2}\noops\n[1]\n{"epoch":2,"loss":1}',
    );
    assert.deepEqual(
      records.map(record => record.line),
      [1, 4],
    );
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['bad-json', 2],
        ['bad-json', 3],
      ],
    );
  });

  it('leaves out the summary at the end of a training', () => {
    assert.deepEqual(rows('log.jsonl', [{ epoch: 4, train_loss: 0.5, train_runtime: 20 }]), []);
  });

  it('takes records of a training and nothing else', () => {
    const yes = [
      '{"epoch":0,"loss":1}',
      '{"iteration":19,"lr":1,"total_loss":190}',
      '{"train_loss":1,"val_loss":2}',
    ];
    const no = [
      '{"level":"info","msg":"loss of signal"}',
      '{"name":"x","version":1}',
      '{"epoch":1}',
      '[1,2]',
      '',
    ];
    assert.deepEqual(
      [...yes, ...no].map(line => recognizes(jsonLines, 'a.jsonl', line)),
      [true, true, true, false, false, false, false, false],
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.json(), (text, json) => {
        recognizes(jsonLines, 'a.jsonl', text);
        read(jsonLines, 'a.jsonl', `{"epoch":1,"loss":2}\n${json}\n${text}`);
      }),
    );
  });
});
