import assert from 'node:assert/strict';
import { marks, points } from './points';

describe('the text reader: numbers of other countries', () => {
  it('reads decimal commas where no list and no thousands are meant', () => {
    const lines = [
      'Epoch 1: Verlust 0,34512; acc: 84,17%; F1 = 0,5',
      'Epoch 2: Verlust 0,345; acc: 9,5%; F1 = 1,0',
      'Epoch 3: Verlust 12,3456; acc: 100,0%; F1 = 0,25',
    ];
    assert.deepEqual(points(lines), {
      Verlust: ['1/- 0.34512', '2/- 0.345', '3/- 12.3456'],
      acc: ['1/- 84.17', '2/- 9.5', '3/- 100'],
      F1: ['1/- 0.5', '2/- 1', '3/- 0.25'],
    });
    assert.deepEqual(points(['[1,2000] loss: 0.5', '[2,2000] loss: 1,500.5']), {
      loss: ['1/2000 0.5', '2/2000 1500.5'],
    });
  });
});

describe('the text reader: places', () => {
  it('keeps the batches of an evaluation in its section, and leaves it where the training goes on', () => {
    const lines = [
      'step 20/20 - loss: 0.9',
      'Eval begin...',
      'step 9/9 - loss: 0.8',
      'step 40/40 - loss: 0.7',
    ];
    assert.deepEqual(points(lines), {
      loss: ['-/20 0.9', '-/40 0.7'],
      'loss (validation)': ['-/9 0.8'],
    });
  });

  it('takes no quoted best round for a new point', () => {
    const lines = [
      '[1]\tvalid l2: 0.5',
      '[2]\tvalid l2: 0.6',
      'Early stopping, best iteration is:',
      '[1]\tvalid l2: 0.5',
    ];
    assert.deepEqual(points(lines), { 'valid l2': ['-/1 0.5', '-/2 0.6'] });
  });

  it('joins the two lines of a header, and knows empty cells between pipes', () => {
    const lines = [
      '| Epoch | Mini-batch | Validation |',
      '|       |   Loss     |    Loss    |',
      '| 1     | 0.5        |            |',
      '| 2     | 0.25       | 0.75       |',
    ];
    assert.deepEqual(points(lines), {
      'Mini-batch Loss': ['1/- 0.5', '2/- 0.25'],
      'Validation Loss': ['2/- 0.75'],
    });
  });

  it('reads counters, names and ends in other languages', () => {
    const lines = [
      '에폭 1/2 - 훈련 손실: 0.5 - 검증 손실: 0.75',
      'エポック 2 検証損失: 0.5',
      '早期終了しました',
    ];
    assert.deepEqual(points(lines), {
      '훈련 손실': ['1/- 0.5'],
      '검증 손실': ['1/- 0.75'],
      検証損失: ['2/- 0.5'],
    });
    assert.deepEqual(marks('status', lines), [
      { kind: 'status', status: 'early-stopped', line: 3 },
    ]);
  });
});

describe('the text reader: numbers that are part of words', () => {
  it('knows powers, code quotes and lengths of epochs', () => {
    const lines = [
      '1 epoch = 20 batches',
      'step 0 | loss: 0.9 | R^2: -0.5',
      'step 1 | loss: 0.8 | R^2: 0.25',
    ];
    assert.deepEqual(points(lines), {
      loss: ['-/0 0.9', '-/1 0.8'],
      'R^2': ['-/0 -0.5', '-/1 0.25'],
    });
    assert.deepEqual(points(['- epoch `0`, loss `0.5`', '- epoch `1`, loss `0.4`']), {
      loss: ['0/- 0.5', '1/- 0.4'],
    });
  });

  it('leaves out what is of one class of many', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Epoch ${epoch}: val loss 0.${epoch}`,
      'Class 0 Accuracy: 80.5%',
      'Class 1 Accuracy: 70.5%',
    ]);
    assert.deepEqual(points(lines), { 'val loss': ['1/- 0.1', '2/- 0.2'] });
  });
});

describe('the text reader: what a line is of', () => {
  it('hears the words around a time, and a split that is all the name a percentage has', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Epoch ${epoch} |   Training | Elapsed Time: 0:00:10 | Steps: 9 | Loss: 0.${epoch}`,
      `Epoch ${epoch} | Validation | Elapsed Time: 0:00:02 | Steps: 3 | Loss: 0.5${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      'Loss (train)': ['1/9 0.1', '2/9 0.2'],
      'Loss (validation)': ['1/3 0.51', '2/3 0.52'],
    });
    assert.deepEqual(points(['Epoch: 1, Loss: 0.9, Train: 30.5%, Valid: 29%']), {
      Loss: ['1/- 0.9'],
      'Train accuracy': ['1/- 30.5'],
      'Valid accuracy': ['1/- 29'],
    });
  });

  it('reads single precision of Julia', () => {
    assert.deepEqual(points(['[ Info: Epoch: 3  loss = 0.25f0']), { loss: ['3/- 0.25'] });
  });

  it('counts epochs by a bar that says so', () => {
    const lines = [1, 2, 3].map(
      at => `Epochs:  ${at}0%|${'█'.repeat(at)}  | ${at}/10 [00:01<00:09, 1.0it/s, t_loss=0.${at}]`,
    );
    assert.deepEqual(points(lines), { t_loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'] });
  });

  it('takes neither requests, simulations, batches of an evaluation nor rows of runs for a training', () => {
    const nothing = [
      ...[1, 2, 3].map(at => `"GET /epoch/${at}?epoch=${at}&loss=0.5 HTTP/1.1" 200 5`),
      ...[1, 2, 3].map(at => `Batch ${at}/9: accuracy 0.${at}`),
      'Step   Temp   E_pair',
      ...[1, 2, 3].map(at => `${at}   30.${at}   -4.${at}`),
      '| id | loss | accuracy |',
      ...[1, 2, 3].map(at => `| ${at} | 0.${at} | 0.9 |`),
    ];
    assert.deepEqual(points(nothing), {});
  });
});
