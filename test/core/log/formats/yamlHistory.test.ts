import assert from 'node:assert/strict';
import { yamlHistory } from '../../../../src/core/log/formats/yamlHistory';
import { assertChunkLaw } from '../chunkLaw';
import { read, recognizes } from './reading';

const LIST = '- epoch: 1\n  loss: 0.5\n  val:\n    loss: .nan\n- epoch: 2\n  loss: 2.5e-1\n';

describe('YAML that a training wrote', () => {
  it('is a list of maps, a document or a key per epoch, or lists side by side; the same however it is cut', () => {
    for (const content of [
      LIST,
      '---\nepoch: 1\nloss: 0.5\n---\nepoch: 2\nloss: 0.25\n',
      'epoch_1:\n  loss: 0.5\nepoch_2:\n  loss: 0.25\n',
      'loss:\n- 0.5\n- 0.25\nval_loss:\n  - 0.75\n  - 0.5\n',
    ]) {
      assert.equal(recognizes(yamlHistory, 'history.yaml', content), true, content);
      assertChunkLaw(yamlHistory, 'history.yaml', content, 5);
    }
  });

  it('gives each map as a record at its line, nested keys joined', () => {
    assert.deepEqual(read(yamlHistory, 'history.yaml', LIST).records, [
      { line: 1, fields: { 'epoch: epoch': 1, loss: 0.5, 'val/loss': NaN } },
      { line: 5, fields: { 'epoch: epoch': 2, loss: 0.25 } },
    ]);
  });

  it('is no settings: schedules of rates, weights of losses, lists of data sets', () => {
    for (const content of [
      'train:\n  epochs: 100\n  lr: 0.1\n  loss: ce\n',
      'schedule:\n  - epoch: 10\n    lr: 0.01\n  - epoch: 20\n    lr: 0.001\n',
      'data:\n- name: a\n  score_threshold: 0.5\n- name: b\n  score_threshold: 0.4\n',
      'key: value\n',
      '',
    ]) {
      assert.equal(recognizes(yamlHistory, 'config.yaml', content), false, content);
    }
  });

  it('passes over what it does not read, and never throws', () => {
    const odd =
      '- epoch: 1\n  loss: 0.5\n  ? {a\n  note: |\n     text\n-\n- - -\n__proto__: 1\n: :\n- epoch: 2\n  loss: 0.25\n';
    assert.deepEqual(
      read(yamlHistory, 'history.yaml', odd).records.map(record => record.fields['loss']),
      [0.5, 0.25],
    );
  });
});
