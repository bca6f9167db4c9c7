import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeLogName } from '../../../../src/core/log/formats/index';
import { wandb } from '../../../../src/core/log/formats/wandb';
import { assertChunkLaw } from '../chunkLaw';
import { type Heard, read, recognizes } from './reading';
import { exit, history, run, wandbFile } from './wandb/encode';

const NAME = 'run-abcd1234.wandb';
const FOLDER = 'test/fixtures/trackers/wandb';
const heard = (...records: readonly (readonly number[])[]): Heard =>
  read(wandb, NAME, wandbFile(...records).bytes);
const rowsOf = (...records: readonly (readonly number[])[]): Readonly<Record<string, number>>[] =>
  heard(...records).records.map(({ fields }) => fields);

describe('wandb', () => {
  it('reads what W&B wrote: rows by step and epoch, settings, the end', () => {
    const file = readFileSync(join(FOLDER, readdirSync(FOLDER)[0]!, NAME));
    assert.ok(recognizes(wandb, 'renamed', file));
    const { records, marks, problems } = read(wandb, NAME, file);
    assert.deepEqual(problems, []);
    const train = records.map(({ fields }) => fields['train/loss']).filter(Number.isFinite);
    const expected = Array.from({ length: 24 }, (_, at) => 0.1 + Math.exp((-0.4 * at) / 4));
    assert.equal(train.length, expected.length);
    train.forEach((value, at) => assert.ok(Math.abs(value! - expected[at]!) < 1e-12));
    const evaluated = records.filter(({ fields }) => 'val/loss' in fields);
    assert.deepEqual(
      evaluated.map(({ fields }) => [fields['epoch: epoch'], fields['step: _step']]),
      [1, 2, 3, 4, 5, 6].map(epoch => [epoch, 5 * epoch - 1]),
    );
    assert.ok(Number.isNaN(evaluated[2]!.fields['grad']));
    assert.deepEqual(
      marks
        .filter(({ kind }) => kind !== 'parameter')
        .map(mark => Object.fromEntries(Object.entries(mark).filter(([key]) => key !== 'line'))),
      [
        { kind: 'run', name: 'brisk-river-7' },
        { kind: 'planned', count: 6, unit: 'epoch' },
        { kind: 'status', status: 'finished' },
      ],
    );
  });

  it('gives rows of one kind one shape, though their values change places', () => {
    const rows = heard(
      history(0, [
        ['loss', '2'],
        ['lr', '0.1'],
      ]),
      history(1, [
        ['lr', '0.1'],
        ['loss', '1'],
      ]),
    ).records;
    assert.deepEqual(
      rows.map(({ fields }) => Object.keys(fields)),
      [
        ['step: _step', 'loss', 'lr'],
        ['step: _step', 'loss', 'lr'],
      ],
    );
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 2],
    );
  });

  it('flattens nested values and leaves out pictures, tables and histograms', () => {
    const [row] = rowsOf(
      history(3, [
        [['val', 'loss'], '0.5'],
        ['test', '{"loss": 0.25, "image": {"_type": "image-file", "width": 8}}'],
        ['table', '{"_type":"table-file","ncols":2,"nrows":2,"size":39}'],
        ['weights', '{"_type":"histogram","bins":[1,2],"values":[3]}'],
      ]),
    );
    assert.deepEqual(row, { 'step: _step': 3, 'test/loss': 0.25, 'val/loss': 0.5 });
  });

  it('takes NaN and infinities as Python and Go write them for values', () => {
    const [row] = rowsOf(
      history(0, [
        ['a_loss', 'NaN'],
        ['b_loss', '-Infinity'],
        ['c_loss', '"Infinity"'],
      ]),
    );
    assert.deepEqual(row, {
      'step: _step': 0,
      a_loss: NaN,
      b_loss: -Infinity,
      c_loss: Infinity,
    });
  });

  it('says that a run that failed was interrupted', () => {
    const { marks } = heard(history(0, [['loss', '1']]), exit(255));
    assert.deepEqual(marks, [{ kind: 'status', status: 'interrupted', line: 2 }]);
  });

  it('keeps one run where W&B introduces it again', () => {
    const { marks } = heard(run('a', {}), history(0, [['loss', '1']]), run('a', { lr: '0.1' }));
    assert.deepEqual(marks, [
      { kind: 'run', name: 'a', line: 1 },
      { kind: 'parameter', name: 'lr', value: '0.1', line: 3 },
    ]);
  });

  it('reads records of any length across blocks, however the bytes are cut', () => {
    const { bytes } = wandbFile(
      history(0, [['loss', '4']]),
      history(1, [
        ['loss', '3'],
        ['text', `"${'x'.repeat(40_000)}"`],
      ]),
      history(2, [['loss', '2']]),
    );
    const { records, problems } = read(wandb, NAME, bytes);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records.map(({ fields }) => fields['loss']),
      [4, 3, 2],
    );
    assertChunkLaw(wandb, NAME, bytes, 10);
  });

  it('is found by its name in a folder', () => {
    assert.ok(looksLikeLogName('wandb/run-20241012_153325-jnyhr7aj/run-jnyhr7aj.wandb'));
  });
});
