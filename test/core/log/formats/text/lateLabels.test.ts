import assert from 'node:assert/strict';
import { points } from './points';

const epochs = [1, 2, 3];

describe('the text reader: epochs that are printed behind their values', () => {
  it('gives a bar to the epoch that is summed up behind it', () => {
    const lines = epochs.flatMap(epoch => [
      `100%|█████| 9/9 [00:01<00:00, 7.5it/s, loss=0.${epoch}]`,
      `Epoch ${epoch}: val_loss 0.5${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      val_loss: ['1/- 0.51', '2/- 0.52', '3/- 0.53'],
    });
  });

  it('gives values to the epoch that is said to be over', () => {
    const lines = epochs.flatMap(epoch => [
      `training loss: 0.${epoch}`,
      `validation accuracy: 0.7${epoch}`,
      `--- epoch ${epoch} done ---`,
    ]);
    assert.deepEqual(points(lines), {
      'training loss': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      'validation accuracy': ['1/- 0.71', '2/- 0.72', '3/- 0.73'],
    });
  });

  it('leaves values to the header above them, whatever stood before the first', () => {
    const lines = ['validation loss: 2.5'].concat(
      epochs.flatMap(epoch => [
        `Epoch ${epoch}`,
        `training loss: 0.${epoch}`,
        'validation loss: 0.5',
      ]),
    );
    assert.deepEqual(points(lines), {
      'validation loss': ['-/- 2.5', '1/- 0.5', '2/- 0.5', '3/- 0.5'],
      'training loss': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
    });
  });

  it('loses nothing of a log that ends before it is known', () => {
    const lines = ['training loss: 0.4', 'Epoch 1 took 3 s', 'training loss: 0.3'];
    assert.deepEqual(points(lines), { 'training loss': ['-/- 0.4', '1/- 0.3'] });
  });
});
