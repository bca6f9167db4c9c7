import assert from 'node:assert/strict';
import { points } from './points';

const bar = (done: number, of: number, rest = ''): string => {
  const percent = Math.floor((100 * done) / of);
  return `${percent}%|${'█'.repeat(percent / 20)}${' '.repeat(5 - Math.floor(percent / 20))}| ${done}/${of} [00:0${done}<00:01,  7.5it/s${rest}]`;
};

describe('the text reader: what is printed behind a bar', () => {
  it('is of the epoch before where the bar has not begun', () => {
    const lines = [
      'epoch 0: : 9it [00:06, 3.33it/s, loss=0.9]',
      `epoch 1:   0%|     | 0/9 [00:00<?, ?it/s]eval psnr: 16.5`,
      'epoch 1: : 9it [00:06, 3.33it/s, loss=0.8]',
      'eval psnr: 17.5',
      'epoch 2: : 9it [00:06, 3.33it/s, loss=0.7]eval psnr: 18.5',
    ];
    const series = points(lines);
    assert.deepEqual(
      Object.entries(series).filter(([name]) => name.startsWith('eval psnr')),
      [['eval psnr', ['0/- 16.5', '1/- 17.5', '2/- 18.5']]],
    );
  });

  it('is a line of its own, redrawn bars and bars in one line included', () => {
    const drawn = [1, 2, 3].flatMap(epoch => [
      `${bar(1, 2)}\r${bar(2, 2)}Epoch ${epoch} train loss 0.${epoch}`,
    ]);
    assert.deepEqual(points(drawn), { 'train loss': ['1/- 0.1', '2/- 0.2', '3/- 0.3'] });
    const together = [1, 2].map(
      epoch => `${bar(1, 2)}${bar(2, 2)}  Epoch ${epoch}, val loss: 0.${epoch}`,
    );
    assert.deepEqual(points(together), { 'val loss': ['1/- 0.1', '2/- 0.2'] });
  });

  it('leaves a percentage in front of a pipe to its value', () => {
    const lines = [1, 2].map(
      epoch => `Epoch ${epoch} | Train Acc: 8${epoch}.5% | Val Acc: 7${epoch}% | done`,
    );
    assert.deepEqual(points(lines), {
      'Train Acc': ['1/- 81.5', '2/- 82.5'],
      'Val Acc': ['1/- 71', '2/- 72'],
    });
  });
});
