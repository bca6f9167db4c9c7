import assert from 'node:assert/strict';
import { marks, points } from './points';

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

  it('gives batches that print no epoch to the one whose number comes next', () => {
    const lines = epochs.flatMap(pass => [
      `Batch=100 AvgCost=0.${pass}1`,
      `Batch=200 AvgCost=0.${pass}2`,
      `Pass=${pass - 1} Batch=250 AvgCost=0.${pass}3`,
    ]);
    assert.deepEqual(points(lines)['AvgCost'], [
      ...['0/100 0.11', '0/200 0.12', '0/250 0.13'],
      ...['1/100 0.21', '1/200 0.22', '1/250 0.23'],
      ...['2/100 0.31', '2/200 0.32', '2/250 0.33'],
    ]);
  });

  it('leaves steps that no epoch follows as they are, and what is said of their end behind them', () => {
    const lines = epochs.map(step => `step ${step} loss 0.${step}`);
    assert.deepEqual(points([...lines, 'Training finished.']), {
      loss: ['-/1 0.1', '-/2 0.2', '-/3 0.3'],
    });
    assert.deepEqual(
      marks('status', [...lines, 'Training finished.']).map(mark => ({ ...mark })),
      [{ kind: 'status', status: 'finished', line: 4 }],
    );
  });

  it('finds out that only the first epoch has a header, and all an end', () => {
    const lines = epochs.flatMap(epoch => [
      ...(epoch === 1 ? ['*** Epoch=1 start ***'] : []),
      `[Metrics] AUC: 0.7${epoch}`,
      '--- 778/778 batches finished ---',
      `Train loss: 0.${epoch}`,
      `*** Epoch=${epoch} end ***`,
    ]);
    const series = points(lines);
    const labels = (name: string): string[] => series[name]!.map(point => point.split('/')[0]!);
    assert.deepEqual(labels('AUC'), ['1', '2', '3']);
    assert.deepEqual(labels('Train loss'), ['1', '2', '3']);
  });

  it('leaves what is measured after an epoch is over to that epoch where each has a header', () => {
    const lines = epochs.flatMap(epoch => [
      `Starting epoch ${epoch}/3`,
      `train loss: 0.${epoch}`,
      `Epoch ${epoch} done in 3 s`,
      `val loss: 0.5${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      'train loss': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      'val loss': ['1/- 0.51', '2/- 0.52', '3/- 0.53'],
    });
  });
});
