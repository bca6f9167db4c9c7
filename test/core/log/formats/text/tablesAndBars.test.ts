import assert from 'node:assert/strict';
import { points } from './points';

describe('the text reader: tables', () => {
  it('reads rows of numbers under a header of names, however they are parted', () => {
    const expected = {
      train_loss: ['0/- 0.5', '1/- 0.4'],
      valid_loss: ['0/- 0.6', '1/- 0.5'],
    };
    const tables = [
      [
        'epoch     train_loss  valid_loss  time',
        '0         0.5         0.6         00:12',
        '1         0.4         0.5         00:12',
      ],
      ['epoch\ttrain_loss\tvalid_loss\t', '0\t0.5\t0.6\t', '1\t0.4\t0.5\t'],
      [
        '| epoch | train_loss | valid_loss |',
        '|---|---|---|',
        '| 0 | 0.5 | 0.6 |',
        '| 1 | 0.4 | 0.5 |',
      ],
      ['# epoch train_loss valid_loss', '0 0.5 0.6', '1 0.4 0.5'],
    ];
    for (const table of tables) assert.deepEqual(points(table), expected, table[0]);
  });

  it('reads a table without counters', () => {
    assert.deepEqual(points(['total loss\tscore loss', '4.5\t0.3', '4.1\t0.2']), {
      'total loss': ['-/- 4.5', '-/- 4.1'],
      'score loss': ['-/- 0.3', '-/- 0.2'],
    });
  });

  it('leaves empty cells out', () => {
    assert.deepEqual(points(['epoch  loss  val_loss', '1  0.5  N/A', '2  0.4  0.6']), {
      loss: ['1/- 0.5', '2/- 0.4'],
      val_loss: ['2/- 0.6'],
    });
  });

  it('reads rows of one metric whose columns are splits', () => {
    const lines = [
      'Epoch 0/9',
      '            Training |  Validation',
      'loss    |     0.5  |     0.6',
    ];
    assert.deepEqual(points(lines), {
      'loss (train)': ['0/- 0.5'],
      'loss (validation)': ['0/- 0.6'],
    });
  });

  it('puts a table of names and values into one record, counted by its global step', () => {
    const table = (steps: number, loss: number): string[] => [
      '-----------------------------',
      '| rollout/           |      |',
      '|    ep_rew_mean     | 12.5 |',
      '| time/              |      |',
      '|    fps             | 1089 |',
      '|    iterations      | 2    |',
      `|    total_timesteps | ${steps} |`,
      '| train/             |      |',
      `|    loss            | ${loss} |`,
      '-----------------------------',
    ];
    assert.deepEqual(points([...table(2048, 0.5), ...table(4096, 0.4)]), {
      'rollout/ep_rew_mean': ['-/2048 12.5', '-/4096 12.5'],
      'train/loss': ['-/2048 0.5', '-/4096 0.4'],
    });
  });

  it('reads the line of all classes of a detector, and no other', () => {
    const lines = [
      '  Epoch  GPU_mem  box_loss  cls_loss  Size',
      '    1/3     2.1G     1.412     2.512   640: 100%|██████████| 8/8 [00:03<00:00,  2.5it/s]',
      '  Class  Images  Instances  P  R  mAP50  mAP50-95: 100%|██████████| 4/4 [00:01<00:00]',
      '    all     128        929  0.5  0.4  0.41  0.21',
    ];
    const found = points(lines);
    assert.deepEqual(found['box_loss'], ['1/- 1.412']);
    assert.deepEqual(found['mAP50 (validation)'], ['1/- 0.41']);
    assert.deepEqual(found['mAP50-95 (validation)'], ['1/- 0.21']);
  });
});

describe('the text reader: progress bars', () => {
  const bar = (at: number, rest: string): string => `${at}/285 [====>.........] - ${rest}`;

  it('counts only what stands at the end of a bar, redrawn in place or line by line', () => {
    const expected = { loss: ['1/- 2.5', '2/- 2'], val_loss: ['1/- 2.7', '2/- 2.2'] };
    const first = [
      bar(1, 'ETA: 1:04 - loss: 4.09'),
      bar(200, 'ETA: 5s - loss: 3.1'),
      bar(285, '9s - loss: 2.5 - val_loss: 2.7'),
    ];
    const second = [bar(1, 'ETA: 1:04 - loss: 2.4'), bar(285, '9s - loss: 2.0 - val_loss: 2.2')];
    assert.deepEqual(points(['Epoch 1/2', ...first, 'Epoch 2/2', ...second]), expected);
    assert.deepEqual(
      points(`Epoch 1/2\n\r${first.join('\r')}\nEpoch 2/2\n${second.join('\b\b\b\b\r')}\n`),
      expected,
    );
  });

  it('reads one line that holds the bars of several epochs', () => {
    const drawn = (epoch: number, at: number, loss: number): string =>
      `Epoch ${epoch}: ${at}%|█████     | ${at}/100 [00:03<00:03, 141.2it/s, loss=${loss}, v_num=3]`;
    assert.deepEqual(
      points(
        `${[drawn(0, 50, 0.6), drawn(0, 100, 0.5), drawn(1, 50, 0.4), drawn(1, 100, 0.3)].join('\r')}\n`,
      ),
      {
        loss: ['0/- 0.5', '1/- 0.3'],
      },
    );
  });

  it('leaves out a bar that never reached its end', () => {
    assert.deepEqual(
      points(['Epoch 1/2', bar(285, 'loss: 0.5'), 'Epoch 2/2', bar(100, 'loss: 0.4')]),
      {
        loss: ['1/- 0.5'],
      },
    );
  });

  it('takes the second bar of an epoch, of another length, for the evaluation', () => {
    const lines = [
      'Epoch: 0',
      ' [============ 391/391 ==========>]  Step: 1s194ms | Tot: 45s885ms | Loss: 2.703 | Acc: 15.342% (7671/50000)',
      ' [============ 100/100 ==========>]  Step: 34ms | Tot: 3s829ms | Loss: 1.979 | Acc: 26.170% (2617/10000)',
    ];
    assert.deepEqual(points(lines), {
      Loss: ['0/- 2.703'],
      Acc: ['0/- 15.342'],
      'Loss (validation)': ['0/- 1.979'],
      'Acc (validation)': ['0/- 26.17'],
    });
  });

  it('takes the running average at the end of the batches of an evaluation', () => {
    const lines = [
      'Epoch: [1][  0/10]\tTime 0.5 (0.5)\tLoss 2.3 (2.3)',
      'Test: [0/2]\tTime 0.5 (0.5)\tLoss 2.0 (2.0)',
      'Test: [1/2]\tTime 0.5 (0.5)\tLoss 1.8 (1.9)',
      ' * Acc@1 45.5',
    ];
    assert.deepEqual(points(lines), {
      Loss: ['1/0 2.3'],
      'Loss (test)': ['1/- 1.9'],
      'Acc@1 (test)': ['1/- 45.5'],
    });
  });
});
