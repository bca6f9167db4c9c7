import assert from 'node:assert/strict';
import { remembered } from '../../../src/core/log/remembered';

describe('what is remembered', () => {
  it('is worked out once while few texts are asked for, and is always what it would be', () => {
    const asked: string[] = [];
    const length = remembered(text => {
      asked.push(text);
      return [text.length];
    });
    const names = ['loss', 'val_loss', 'loss', '', '\ud800x', 'loss'];
    assert.deepEqual(
      names.map(name => length(name)),
      names.map(name => [name.length]),
    );
    assert.deepEqual(asked, ['loss', 'val_loss', '', '\ud800x']);
    for (let at = 0; at < 5000; at++) assert.deepEqual(length(`loss ${at}`), [`loss ${at}`.length]);
    assert.deepEqual(length('loss'), [4]);
  });

  it('is no long text', () => {
    let asked = 0;
    const count = remembered(() => ++asked);
    const long = 'loss'.repeat(1000);
    assert.deepEqual([count(long), count(long)], [1, 2]);
  });
});
