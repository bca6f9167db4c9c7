import assert from 'node:assert/strict';
import { marks, points } from './points';

describe('the text reader: lines without a sign', () => {
  it('gives a line that stands behind training and validation of each epoch to what it stands behind', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Epoch ${epoch}`,
      `Training loss: 0.${epoch}`,
      `Accuracy: 0.8${epoch}`,
      `Validation loss: 0.${epoch + 1}`,
      `Accuracy: 0.7${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      'Training loss': ['1/- 0.1', '2/- 0.2'],
      'Accuracy (train)': ['1/- 0.81', '2/- 0.82'],
      'Validation loss': ['1/- 0.2', '2/- 0.3'],
      'Accuracy (validation)': ['1/- 0.71', '2/- 0.72'],
    });
  });

  it('leaves a line alone that stands once in an epoch, wherever that is', () => {
    const lines = [1, 2, 3].flatMap(epoch => [
      `Epoch ${epoch}`,
      `Training loss: 0.${epoch}`,
      ...(epoch === 2 ? ['Validation loss: 0.5'] : []),
      `Accuracy: 0.8${epoch}`,
    ]);
    assert.deepEqual(points(lines)['Accuracy'], ['1/- 0.81', '2/- 0.82', '3/- 0.83']);
  });

  it('takes a loss behind a held-out score for one of that set where the line counts nothing', () => {
    const lines = ['Epoch 1', 'validation accuracy: 0.44, iou (weighted): 0.5, loss: 1.8'];
    assert.deepEqual(points(lines), {
      'validation accuracy': ['1/- 0.44'],
      'iou (validation)': ['1/- 0.5'],
      'loss (validation)': ['1/- 1.8'],
    });
  });

  it('knows what stands in front of how many things were measured', () => {
    const lines = [
      'Epoch 1 train loss: 0.5',
      'Accuracy of the network on the 10000 test images: 53.5 %',
      'precision of 1000 samples: 0.25',
    ];
    assert.deepEqual(points(lines), {
      'train loss': ['1/- 0.5'],
      'Accuracy of the network (test)': ['1/- 53.5'],
      precision: ['1/- 0.25'],
    });
  });
});

describe('the text reader: sections, shares and echoes', () => {
  it('believes the end of a header, not the time that an evaluation took', () => {
    const lines = [
      'Epoch 1 - Evaluation time (seconds): 3.21 - Train metrics:',
      '    Accuracy: 0.5',
      'Epoch 1 - Evaluation time (seconds): 0.91 - Test metrics:',
      '    Accuracy: 0.25',
    ];
    assert.deepEqual(points(lines), {
      'Accuracy (train)': ['1/- 0.5'],
      'Accuracy (test)': ['1/- 0.25'],
    });
  });

  it('reads the loss behind how much was done and which share of all that is', () => {
    const lines = ['1m 32s (- 15m 1s) (5000 5%) 2.5', '5500 10% (3m 4s) 1.25 Ahn / Korean'];
    assert.deepEqual(points(lines), { loss: ['-/5000 2.5', '-/5500 1.25'] });
  });

  it('divides no fraction by a fraction', () => {
    assert.deepEqual(points(['[0/5][50/1583] Loss_D: 0.5 D(G(z)): 0.75 / 0.25']), {
      Loss_D: ['0/50 0.5'],
      G: ['0/50 0.75'],
    });
  });

  it('takes what two loggers print of one step once', () => {
    const lines = [
      'Step 10',
      "'total_loss': 0.5,",
      "'total_loss': 0.5,",
      'Step 20',
      "'total_loss': 0.5,",
    ];
    assert.deepEqual(points(lines), { total_loss: ['-/10 0.5', '-/20 0.5'] });
  });
});

describe('the text reader: numbers in front of a line', () => {
  it('takes one for the epoch or step where a measure with its value follows', () => {
    assert.deepEqual(points(['1   Average train loss: 0.5', '2   Average train loss: 0.4']), {
      'Average train loss': ['1/- 0.5', '2/- 0.4'],
    });
    assert.deepEqual(points(['10 loss: 0.5', '20 loss: 0.4']), { loss: ['-/10 0.5', '-/20 0.4'] });
  });

  it('takes none where the log has words for what it counts', () => {
    const lines = ['Epoch 1 train loss: 0.5', '100 test acc: 0.75', '100 test acc: 0.5'];
    assert.deepEqual(points(lines)['test acc'], ['1/- 0.75', '1/- 0.5']);
  });

  it('reads fractions of an epoch in front of their total', () => {
    const lines = ['step 15 / 400 (epoch 0.25 / 20): loss = 0.5'];
    assert.deepEqual(points(lines), { loss: ['0.25/15 0.5'] });
    assert.deepEqual(marks('planned', lines), [
      { kind: 'planned', count: 20, unit: 'epoch', line: 1 },
    ]);
  });

  it('believes the sentence before a count from 0 that says how long it goes on', () => {
    const lines = [
      'Starting training for 3 epochs...',
      'Epoch 0/2 loss: 0.5',
      'Epoch 1/2 loss: 0.4',
    ];
    assert.deepEqual(
      marks('planned', lines).map(mark => 'count' in mark && mark.count),
      [3],
    );
  });
});
