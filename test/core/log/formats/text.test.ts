import assert from 'node:assert/strict';
import { text } from '../../../../src/core/log/formats/text';
import { recognizes } from './reading';
import { marks, points } from './text/points';

describe('the text format', () => {
  it('takes any text but programs and settings, however much they look like a log', () => {
    const content = 'Epoch 1 train loss 0.5 val_acc 0.7\n';
    assert.deepEqual(
      ['train.log', 'notes.md', 'log', 'train.py', 'config.yaml', 'run.sh'].map(path =>
        recognizes(text, path, content),
      ),
      [true, true, true, false, false, false],
    );
  });
});

describe('the text reader: names, values, counters', () => {
  it('reads names with values behind `:`, `=` or a blank, between any delimiters', () => {
    const expected = { 'train loss': ['1/- 0.5'], val_acc: ['1/- 0.7'] };
    for (const line of [
      'epoch 1 train loss 0.5 val_acc 0.7',
      'Epoch: 1 | train loss: 0.5 | val_acc: 0.7',
      '[Epoch 1] train loss=0.5, val_acc=0.7',
      'Epoch 1; train loss = 0.5; val_acc = 0.7;',
      '2023-01-01 10:00:00,123 - INFO - __main__ - Epoch 1 - train loss: 0.5 - val_acc: 0.7',
      'I0101 10:00:00.123456 140000 train.py:12] epoch 1, train loss: 0.5, val_acc: 0.7',
      'Wed Oct 28 02:19:41 2020 Epoch 1, train loss: 0.5, val_acc: 0.7',
    ]) {
      assert.deepEqual(points([line]), expected, line);
    }
  });

  it('reads JSON-like lines, numbers in quotes included', () => {
    assert.deepEqual(
      points(["{'loss': 0.5, 'epoch': 0.25}", "{'eval_loss': '0.4', 'epoch': '0.5'}"]),
      {
        loss: ['0.25/- 0.5'],
        eval_loss: ['0.5/- 0.4'],
      },
    );
  });

  it('reads values in front of their names', () => {
    assert.deepEqual(points(['epoch 1: 0.69 loss, 0.51 acc']), {
      loss: ['1/- 0.69'],
      acc: ['1/- 0.51'],
    });
  });

  it('reads NaN, infinities, exponents, thousands and percent as written', () => {
    const lines = [
      'Up. 1,500 : Cost 2.5e-01 : acc 81.2%',
      'Up. 12,000 : Cost nan : acc 10%',
      'Up. 12,500 : Cost -inf : acc .5%',
    ];
    assert.deepEqual(points(lines), {
      Cost: ['-/1500 0.25', '-/12000 NaN', '-/12500 -Infinity'],
      acc: ['-/1500 81.2', '-/12000 10', '-/12500 0.5'],
    });
  });

  it('does not take durations, speed, memory, clocks and best-so-far values for metrics', () => {
    const lines = [
      'Epoch 3 eta: 1:02:03 time: 0.35 s, 1024.5 samples/s, mem 3.9GB, step_avg:nanms, loss 0.5',
      'Epoch 4 loss 0.4 best acc: 0.9',
    ];
    assert.deepEqual(points(lines), { loss: ['3/- 0.5', '4/- 0.4'] });
  });

  it('takes counters from their own words, fractions, brackets and letters grown onto numbers', () => {
    assert.deepEqual(points(['Epoch [2/10], Step [30/100], Loss: 0.5']), { Loss: ['2/30 0.5'] });
    assert.deepEqual(points(['Epoch [2][30/100]\tlr: 0.1, loss: 0.5'])['loss'], ['2/30 0.5']);
    assert.deepEqual(points(['epoch2; batch30; g_loss:0.5;']), { g_loss: ['2/30 0.5'] });
    assert.deepEqual(points(['[2,  2000] loss: 0.5']), { loss: ['2/2000 0.5'] });
    assert.deepEqual(points(['[50]\tvalid_auc: 0.5']), { valid_auc: ['-/50 0.5'] });
    assert.deepEqual(points(['Score at iteration 100 is 1.39']), {
      'Score at iteration': ['-/100 1.39'],
    });
  });

  it('reads an epoch from a line of its own, and words of other languages', () => {
    assert.deepEqual(points(['Epoch 3/9', 'loss: 0.5', 'epoch:  4 ', 'loss: 0.4']), {
      loss: ['3/- 0.5', '4/- 0.4'],
    });
    assert.deepEqual(points(['第3轮 训练损失: 0.5 验证准确率: 57.2%']), {
      训练损失: ['3/- 0.5'],
      验证准确率: ['3/- 57.2'],
    });
  });

  it('keeps what two lines print under one name at one place apart', () => {
    const lines = [
      'epoch id: 0, batch step: 1, g_loss: 2.5',
      'epoch0; batch1; g_loss:2.499;',
      'epoch id: 0, batch step: 2, g_loss: 2.4',
      'epoch0; batch2; g_loss:2.399;',
    ];
    assert.deepEqual(points(lines), {
      g_loss: ['0/1 2.5', '0/2 2.4'],
      'g_loss *': ['0/1 2.499', '0/2 2.399'],
    });
  });

  it('counts a step once that two processes print', () => {
    assert.deepEqual(points(['step 5: loss 0.5', 'step 5: loss 0.6', 'step 6: loss 0.4']), {
      loss: ['-/5 0.5', '-/6 0.4'],
    });
  });
});

describe('the text reader: splits', () => {
  it('takes the split from the label of the line where the name has none', () => {
    assert.deepEqual(points(['[valid] Ep. 1 : Up. 500 : perplexity : 4.5 : new best']), {
      'perplexity (validation)': ['1/500 4.5'],
    });
    assert.deepEqual(points(['train epoch: 1, loss: 0.5', 'eval epoch: 1, loss: 0.4']), {
      'loss (train)': ['1/- 0.5'],
      'loss (validation)': ['1/- 0.4'],
    });
  });

  it('takes it from the section above, until the counters move', () => {
    const lines = [
      'Epoch 1',
      'Training:',
      'Loss: 0.9',
      'Validation:',
      'Loss: 0.8',
      'Epoch 2',
      'Loss: 0.7',
    ];
    assert.deepEqual(points(lines), {
      'Loss (train)': ['1/- 0.9'],
      'Loss (validation)': ['1/- 0.8'],
      Loss: ['2/- 0.7'],
    });
  });

  it('lets a score inherit the split of the value in front of it', () => {
    assert.deepEqual(points(['Epoch 1', 'train Loss: 0.5 Acc: 0.7', 'val Loss: 0.4 Acc: 0.9']), {
      'train Loss': ['1/- 0.5'],
      'Acc (train)': ['1/- 0.7'],
      'val Loss': ['1/- 0.4'],
      'Acc (validation)': ['1/- 0.9'],
    });
  });
});

describe('the text reader: what a log says once', () => {
  it('tells the planned epochs, also where counting goes from 0 to one less', () => {
    const planned = (lines: string[]): object[] => marks('planned', lines);
    assert.deepEqual(planned(['Epoch 1/50', 'loss: 0.5']), [
      { kind: 'planned', count: 50, unit: 'epoch', line: 1 },
    ]);
    assert.deepEqual(planned(['Epoch 0/99', 'loss: 0.5']), [
      { kind: 'planned', count: 100, unit: 'epoch', line: 1 },
    ]);
    assert.deepEqual(planned(["Namespace(lr=0.1, epochs=200, name='x')", 'Epoch 1', 'loss: 0.5']), [
      { kind: 'planned', count: 200, unit: 'epoch', line: 1 },
    ]);
  });

  it('tells folds apart, and how the run ended', () => {
    const lines = [
      'Fold 1/2',
      'Epoch 1 loss 0.5',
      'Fold 2/2',
      'Epoch 1 loss 0.4',
      'Early stopping',
    ];
    assert.deepEqual(marks('run', lines), [
      { kind: 'run', name: 'Fold 1', line: 1 },
      { kind: 'run', name: 'Fold 2', line: 3 },
    ]);
    assert.deepEqual(marks('status', lines), [
      { kind: 'status', status: 'early-stopped', line: 5 },
    ]);
  });

  it('tells settings, and takes none of them for a measurement', () => {
    const lines = [
      'lr: 0.01',
      'momentum: 0.9',
      'seed: 1',
      'epoch: 20',
      'dropout: 0.5',
      'Epoch 1 loss 0.5',
    ];
    assert.deepEqual(points(lines), { loss: ['1/- 0.5'] });
    assert.deepEqual(marks('parameter', lines).slice(0, 2), [
      { kind: 'parameter', name: 'lr', value: '0.01', line: 1 },
      { kind: 'parameter', name: 'momentum', value: '0.9', line: 2 },
    ]);
    assert.deepEqual(marks('planned', lines), [
      { kind: 'planned', count: 20, unit: 'epoch', line: 4 },
    ]);
  });
});

describe('the text reader: files that are no training logs', () => {
  it('takes text, and no binary file', () => {
    assert.equal(recognizes(text, 'a.log', 'loss 0.5'), true);
    assert.equal(recognizes(text, 'a.log', ''), true);
    assert.equal(
      recognizes(
        text,
        'a.bin',
        Uint8Array.from({ length: 512 }, (_, at) => at % 8),
      ),
      false,
    );
  });

  it('finds nothing in single scores, program text, trees of files and tables of other things', () => {
    for (const lines of [
      ['model A', 'accuracy: 0.91', 'model B', 'accuracy: 0.92'],
      [
        '    loss = criterion(output, target)',
        'print(f"loss: {loss:.4f} step 5")',
        'if acc > 0.5:',
      ],
      ['├── score.10.log', '├── score.11.log', '├── acc.1.log'],
      ['closeAsk   113.241', 'volume   2040'],
      ['Receiving objects: 100% (96932/96932), 110.46 MiB | 1.26 MiB/s, done.'],
    ]) {
      assert.deepEqual(points(lines), {}, lines[0]);
    }
  });
});
