import assert from 'node:assert/strict';
import { mlflowMetric } from '../../../../src/core/log/formats/mlflowMetric';
import { assertChunkLaw } from '../chunkLaw';
import { read, recognizes } from './reading';

const RUN = 'mlruns/0/0123456789abcdef0123456789abcdef';
const TIME = 1_700_000_000_000;
const lines = (...rows: readonly (readonly [string, number])[]): string =>
  rows.map(([value, step], at) => `${TIME + at} ${value} ${step}\n`).join('');

describe("a metric of MLflow's file store", () => {
  const text = lines(['0.5', 0], ['nan', 10], ['-inf', 20], ['1e-05', 30]);

  it('is called what its path says', () => {
    const { records } = read(mlflowMetric, `${RUN}/metrics/val/map@0.5`, text);
    assert.deepEqual(
      records.map(({ fields }) => fields),
      [0.5, NaN, -Infinity, 1e-5].map((value, at) => ({
        'time: timestamp': (TIME + at) / 1000,
        'step: step': 10 * at,
        'val/map@0.5': value,
      })),
    );
  });

  it('has a line an epoch and no counter where all stand at one step', () => {
    const { records, marks } = read(mlflowMetric, 'loss', lines(['3', 0], ['2', 0], ['1', 0]));
    assert.deepEqual(
      records.map(({ fields }) => [fields['step: step'], fields['loss']]),
      [3, 2, 1].map(value => [undefined, value]),
    );
    assert.deepEqual(marks, [{ kind: 'unit', unit: 'epoch', line: 1 }]);
  });

  it('does not wait for another step for ever', () => {
    const text = lines(...Array.from({ length: 100_001 }, () => ['1', 7] as const));
    const { records, marks } = read(mlflowMetric, 'loss', text);
    assert.equal(records.length, 100_001);
    assert.deepEqual([records.at(-1)?.line, marks], [100_001, []]);
  });

  it('goes on after a line that is none of it, and says where', () => {
    const { records, problems } = read(mlflowMetric, 'loss', `${text}oops\n${text}`);
    assert.equal(records.length, 8);
    assert.deepEqual(problems, [{ code: 'bad-row', line: 5, details: {} }]);
  });

  it('is told by its lines and where it stands', () => {
    assert.ok(recognizes(mlflowMetric, `${RUN}/metrics/anything`, text));
    assert.ok(recognizes(mlflowMetric, 'val_loss', text));
    assert.ok(!recognizes(mlflowMetric, 'temperatures', text));
    assert.ok(!recognizes(mlflowMetric, `${RUN}/metrics/system/cpu`, text));
    assert.ok(!recognizes(mlflowMetric, 'loss', '12 0.5 1\n'));
    assert.ok(!recognizes(mlflowMetric, 'loss', ''));
  });

  it('is the same however its bytes are cut', () => {
    assertChunkLaw(mlflowMetric, `${RUN}/metrics/loss`, `${text}bad\r\n${text.trimEnd()}`);
    assertChunkLaw(mlflowMetric, 'loss', lines(['3', 0], ['2', 0]));
  });
});
