import assert from 'node:assert/strict';
import { points } from './points';

describe('the text reader: names and numbers of papers’ own code', () => {
  it('looks for a name behind the speed that stands in front of it', () => {
    assert.deepEqual(points(['train epoch 7 iter 75 10.7 iters/s loss 14.5 acc 0.25']), {
      'loss (train)': ['7/75 14.5'],
      'acc (train)': ['7/75 0.25'],
    });
  });

  it('takes a name from the words of the first of several counters', () => {
    assert.deepEqual(points(['The train loss of epoch32-batch-350:0.25']), {
      'train loss': ['32/350 0.25'],
    });
  });

  it('reads two counters whose names stand together', () => {
    assert.deepEqual(points(['eta: 0:10:21  epoch/iter: 52/13673  total_loss: 7.5']), {
      total_loss: ['52/13673 7.5'],
    });
  });

  it('makes a number in parentheses part of the name in front of it', () => {
    assert.deepEqual(points(['Epoch 1', 'F1(k=20): 0.25 - NDCG(k=20): 0.5 - NDCG(k=50): 0.75']), {
      'F1@20': ['1/- 0.25'],
      'NDCG@20': ['1/- 0.5'],
      'NDCG@50': ['1/- 0.75'],
    });
  });

  it('tells a threshold behind @ from the value behind a colon', () => {
    assert.deepEqual(
      points(['Epoch 1', 'hit@10:0.25 hit@20:0.5 mAP@.5:.95: 0.75 AP@50:95: 0.125']),
      {
        'hit@10': ['1/- 0.25'],
        'hit@20': ['1/- 0.5'],
        'mAP@.5:.95': ['1/- 0.75'],
        'AP@50:95': ['1/- 0.125'],
      },
    );
  });

  it('gives a split that stands alone the measure that the line has named', () => {
    const lines = ['Epoch 1', 'acc train: 0.75  eval: 0.5', 'Loss: train 0.25, val 0.125'];
    assert.deepEqual(points(lines), {
      'acc train': ['1/- 0.75'],
      'eval acc': ['1/- 0.5'],
      'train Loss': ['1/- 0.25'],
      'val Loss': ['1/- 0.125'],
    });
  });

  it('reads rows of lists between pipes, the first number of each', () => {
    const lines = [
      '| Epoch | Loss | recall |',
      '|   6   | [332.5, 132.25, 1.5] | [0.25] |',
      '|   7   | [319.5, 127.25, 1.25] | [0.5] |',
    ];
    assert.deepEqual(points(lines), {
      Loss: ['6/- 332.5', '7/- 319.5'],
      recall: ['6/- 0.25', '7/- 0.5'],
    });
  });

  it('reads the numbers below a list of names, and the one below a name', () => {
    const lines = [
      'EPOCH:  7',
      'current training loss is :',
      '9.5e-05',
      'DEV: loss, acc, f1',
      '0.25 0.5 0.75',
    ];
    assert.deepEqual(points(lines), {
      'current training loss': ['7/- 0.000095'],
      'DEV loss': ['7/- 0.25'],
      'DEV acc': ['7/- 0.5'],
      'DEV f1': ['7/- 0.75'],
    });
    assert.deepEqual(points(['Epoch 1', 'Validation loss:', 'saved', '12']), {});
  });

  it('takes fewer batches of the same epoch for an evaluation, whatever their lines say', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Epoch: [${epoch}]  [0/90]  loss: 0.5 (0.5)  lr: 0.1`,
      `Epoch: [${epoch}]  [80/90]  loss: 0.25 (0.375)  lr: 0.1`,
      `Epoch: [${epoch}]  [0/10]  loss: 0.75 (0.75)`,
      `Epoch: [${epoch}]  [9/10]  loss: 0.25 (0.5)`,
    ]);
    assert.deepEqual(points(lines)['loss (validation)'], ['1/9 0.5', '2/9 0.5']);
  });

  it('takes lines that count samples and lines that count batches, in turn, for one pass', () => {
    const lines = [1, 2].flatMap(epoch =>
      [1, 2, 3, 4].flatMap(at => [
        `Epoch: [${epoch}]  [${at}/10]  top1: 0.5 (0.5)  lr: 0.1`,
        `Train Epoch: ${epoch} [${at * 64}/640 (${at * 10}%)]\tLoss: 0.25`,
      ]),
    );
    const found = points(lines);
    assert.equal(found['top1 (validation)'], undefined);
    assert.equal(Object.values(found).filter(each => each.length === 8).length, 3);
  });
});

describe('the text reader: places and groups of papers’ own code', () => {
  it('takes the second group of the same names for what was held out', () => {
    const line =
      'epoch: 2 |loss 0.5 | hm_loss 0.25 | time 5.2 | loss 0.75 | hm_loss 0.375 | time 1.5 |';
    assert.deepEqual(points([line]), {
      loss: ['2/- 0.5'],
      hm_loss: ['2/- 0.25'],
      'loss (validation)': ['2/- 0.75'],
      'hm_loss (validation)': ['2/- 0.375'],
    });
  });

  it('takes a line that says its epoch and step for a point, however far the bar behind it is', () => {
    const lines = [
      'Epoch 1, Step 0, loss: 0.5:   1%|▏         | 2/144 [00:02<02:20,  1.01it/s]',
      'Epoch 1, Step 1, loss: 0.25:   2%|▏         | 3/144 [00:03<03:09,  1.34s/it]',
    ];
    assert.deepEqual(points(lines), { loss: ['1/0 0.5', '1/1 0.25'] });
  });

  it('finds the epoch in front of the share of it and its batches, beside a global step', () => {
    assert.deepEqual(
      points(['Train:    3/80 (  4%) [  50/1856 (  3%)]  Loss: 0.5  Acc_iter 3763']),
      {
        'Loss (train)': ['3/3763 0.5'],
      },
    );
  });

  it('takes a fraction in front of a measure for the step where the log has no words for it', () => {
    assert.deepEqual(
      points(['coco:, 100/500, train/total_loss: 2.5', 'coco:, 200/500, train/total_loss: 1.5']),
      {
        'train/total_loss': ['-/100 2.5', '-/200 1.5'],
      },
    );
    assert.deepEqual(points(['Epoch 1', 'Correct: 84/100, loss: 0.5']), { loss: ['1/- 0.5'] });
  });

  it('takes the only fraction of a line that counts epochs or iterations for the loss', () => {
    assert.deepEqual(points(['Epoch 1: 0.5', 'Epoch 2: 0.25']), { loss: ['1/- 0.5', '2/- 0.25'] });
    assert.deepEqual(points(['Epoch 1: 12.5 s', 'Epoch 2: took 3.5', 'Step 3: 0.5']), {});
  });

  it('knows a step that has grown onto its word with an underscore', () => {
    assert.deepEqual(points(['Train step_20: loss : 0.5', 'Train step_40: loss : 0.25']), {
      loss: ['-/20 0.5', '-/40 0.25'],
    });
  });
});
