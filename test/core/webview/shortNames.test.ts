import assert from 'node:assert/strict';
import { shortNames } from '../../../src/webview/shortNames';

const short = (...names: string[]) => [...shortNames(names).values()];

describe('short names', () => {
  it('leave out what all begin with, up to a whole word', () => {
    assert.deepEqual(short('runs/of/today/adam_small', 'runs/of/today/adam_large'), [
      '…small',
      '…large',
    ]);
  });

  it('keep numbers whole', () => {
    assert.deepEqual(short('adam_with_decay_lr=0.003_seed1', 'adam_with_decay_lr=0.01_seed1'), [
      '…0.003_seed1',
      '…0.01_seed1',
    ]);
  });

  it('stay whole where little or nothing is common, and alone', () => {
    assert.deepEqual(short('runs/1', 'runs/2'), ['runs/1', 'runs/2']);
    assert.deepEqual(short('adam with decay 0.01 and warm-up', 'sgd'), [
      'adam with decay 0.01 and warm-up',
      'sgd',
    ]);
    assert.deepEqual(short('one/long/name/of/a/run'), ['one/long/name/of/a/run']);
  });

  it('never end up empty', () => {
    assert.deepEqual(short('runs/of/long/ago/a_b', 'runs/of/long/ago/a_b_c'), ['…b', '…b_c']);
  });
});
