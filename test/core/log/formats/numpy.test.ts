import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { numpy } from '../../../../src/core/log/formats/numpy';
import { assertChunkLaw } from '../chunkLaw';
import { read, recognizes } from './reading';

const store = (name: string): Uint8Array => readFileSync(`test/fixtures/stores/${name}`);

/** An array as NumPy writes it. */
function npy(type: string, shape: string, bytes: Uint8Array, order = 'False'): Uint8Array {
  const dict = `{'descr': '${type}', 'fortran_order': ${order}, 'shape': ${shape}, }`;
  const header = dict.padEnd(117) + '\n';
  const start = Uint8Array.of(0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0);
  return Buffer.concat([start, Buffer.from(header, 'latin1'), bytes]);
}

const column = (...values: number[]): Uint8Array =>
  npy('<f8', `(${values.length},)`, new Uint8Array(Float64Array.from(values).buffer));
const records = (path: string, bytes: Uint8Array) =>
  read(numpy, path, bytes).records.map(({ fields }) => fields);

describe('arrays of NumPy', () => {
  it('of an evaluation hold the mean over its episodes, at its steps', () => {
    const found = records('evaluations.npz', store('evaluations.npz'));
    assert.equal(found.length, 10);
    assert.deepEqual(found[1], { 'step: timesteps': 2000, 'reward (results) (validation)': 17 });
  });

  it('that are called like measures are the columns of a table', () => {
    const found = read(numpy, 'history.npz', store('history.npz'));
    assert.deepEqual(found.marks, [{ kind: 'unit', unit: 'epoch', line: 1 }]);
    assert.equal(found.records.length, 9);
    assert.deepEqual(Object.keys(found.records[0]!.fields), ['loss', 'val_loss']);
  });

  it('alone in a file are called what the file is', () => {
    assert.deepEqual(Object.keys(records('val_loss.npy', store('val_loss.npy'))[0]!), ['val_loss']);
  });

  it('of any type of number are read, in any order of bytes and of axes', () => {
    const of = (type: string, ...bytes: number[]) =>
      records('loss.npy', npy(type, '(2,)', Uint8Array.from(bytes))).map(each => each['loss']);
    assert.deepEqual(of('<f2', 0x00, 0x3c, 0x00, 0x7c), [1, Infinity]);
    assert.deepEqual(of('>f4', 0x3f, 0x80, 0, 0, 0xbf, 0x80, 0, 0), [1, -1]);
    assert.deepEqual(of('|i1', 255, 2), [-1, 2]);
    assert.deepEqual(of('|u1', 255, 2), [255, 2]);
    const columns = npy('|u1', '(2, 3)', Uint8Array.of(1, 2, 3, 4, 5, 6), 'True');
    const packed = zipSync({ 'timesteps.npy': column(10, 20), 'results.npy': columns });
    assert.deepEqual(
      records('evaluations.npz', packed).map(each => each['reward (results) (validation)']),
      [3, 4],
    );
  });

  it('that are a dataset, objects or text are no log', () => {
    const images = zipSync({ 'x_train.npy': column(1, 2), 'y_train.npy': column(0, 1) });
    assert.ok(!recognizes(numpy, 'train.npz', images));
    assert.ok(!recognizes(numpy, 'loss.npy', npy('|O', '(2,)', new Uint8Array(9))));
    assert.ok(!recognizes(numpy, 'weights.npy', column(1, 2)));
    assert.ok(!recognizes(numpy, 'loss.zip', zipSync({ 'loss.txt': column(1, 2) })));
    assert.ok(recognizes(numpy, 'anything', zipSync({ 'loss.npy': column(1, 2) })));
  });

  it('are the same however their bytes are cut', () => {
    assertChunkLaw(numpy, 'history.npz', store('history.npz'));
    assertChunkLaw(numpy, 'loss.npy', column(3, 2, 1));
  });

  it('that were cut keep what is whole, and say so', () => {
    const whole = store('evaluations.npz');
    assert.deepEqual(read(numpy, 'evaluations.npz', whole.subarray(0, -30)).problems, [
      { code: 'truncated', line: 0, details: {} },
    ]);
    const two = zipSync({ 'loss.npy': column(3, 2, 1), 'acc.npy': column(1, 2, 3) }, { level: 0 });
    const { records: kept, problems } = read(numpy, 'a.npz', two.subarray(0, 300));
    assert.deepEqual(
      kept.map(({ fields }) => fields),
      [{ loss: 3 }, { loss: 2 }, { loss: 1 }],
    );
    assert.equal(problems[0]?.code, 'truncated');
  });

  it('that were changed are left out, each with a problem; nothing throws', () => {
    const damaged = Uint8Array.from(zipSync({ 'loss.npy': column(3, 2), 'acc.npy': column(1, 2) }));
    damaged[80]! ^= 255;
    const { records: kept, problems } = read(numpy, 'a.npz', damaged);
    assert.deepEqual(
      kept.map(({ fields }) => fields),
      [{ acc: 1 }, { acc: 2 }],
    );
    assert.deepEqual(problems, [{ code: 'bad-record', line: 0, details: { record: 1, byte: 0 } }]);
    const whole = store('evaluations.npz');
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 });
    fc.assert(
      fc.property(flips, fc.nat(whole.length), (places, length) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of places) bytes[at] = value;
        const { records: rows } = read(numpy, 'evaluations.npz', bytes.subarray(0, length));
        assert.ok(rows.length <= 10_000);
      }),
    );
  });

  it('that unpack to too much are left out', () => {
    const bomb = zipSync({ 'loss.npy': column(2, 1), 'acc.npy': new Uint8Array(80_000_000) });
    const { records: kept, problems } = read(numpy, 'a.npz', bomb);
    assert.equal(kept.length, 2);
    assert.deepEqual(problems, [{ code: 'too-large', line: 0, details: { bytes: 67_108_864 } }]);
  });
});
