import assert from 'node:assert/strict';
import { points } from './points';

const epochs = [1, 2, 3];

describe('the text reader: what values are of', () => {
  it('gives each value of a list the split that the name lists in its place', () => {
    const lines = epochs.map(
      epoch => `Epoch ${epoch} train/valid/test loss: 0.${epoch}/1.${epoch}/2.${epoch}`,
    );
    assert.deepEqual(points(lines), {
      'loss (train)': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      'loss (validation)': ['1/- 1.1', '2/- 1.2', '3/- 1.3'],
      'loss (test)': ['1/- 2.1', '2/- 2.2', '3/- 2.3'],
    });
  });

  it('takes what stands in the parentheses behind a loss for parts of it', () => {
    const lines = epochs.flatMap(epoch => [
      `Epoch ${epoch}/3:`,
      `Train Loss: 9.${epoch} (BCE: 8.${epoch}, KLD: 1.${epoch})`,
      `Test Loss: 7.${epoch} (BCE: 6.${epoch}, KLD: 1.${epoch})`,
    ]);
    const read = points(lines);
    assert.deepEqual(read['BCE (train)'], ['1/- 8.1', '2/- 8.2', '3/- 8.3']);
    assert.deepEqual(read['BCE (test)'], ['1/- 6.1', '2/- 6.2', '3/- 6.3']);
    assert.deepEqual(read['KLD (test)'], ['1/- 1.1', '2/- 1.2', '3/- 1.3']);
  });

  it('reads what the model that has just become the best gets on the test set', () => {
    const lines = epochs.flatMap(epoch => [
      `epoch ${epoch}, minibatch 9/9, validation error 4.${epoch} %`,
      `     epoch ${epoch}, minibatch 9/9, test error of best model 5.${epoch} %`,
    ]);
    const ends = ['1/9 5.1', '2/9 5.2', '3/9 5.3'];
    assert.deepEqual(points([...lines, 'test error of best model 5.1 %'])['test error'], ends);
  });

  it('begins no section with how long the training and the test took', () => {
    const lines = epochs.flatMap(epoch => [
      `Loss = 0.${epoch}, Recall: 0.5${epoch}`,
      `The time for epoch ${epoch} is: train time = 00: 01: 04, test time = 00: 00: 08`,
    ]);
    assert.deepEqual(points(lines), {
      Loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      Recall: ['1/- 0.51', '2/- 0.52', '3/- 0.53'],
    });
  });
});

describe('the text reader: what has no words', () => {
  it('takes numbers with a point that stand alone below the number of an epoch for its losses', () => {
    const lines = epochs.flatMap(epoch => [`Epoch ${epoch}`, `2.${epoch}`, `1.${epoch}`]);
    assert.deepEqual(points(lines), {
      '(loss)': ['1/- 2.1', '1/- 1.1', '2/- 2.2', '2/- 1.2', '3/- 2.3', '3/- 1.3'],
    });
    assert.deepEqual(points(epochs.flatMap(epoch => [`Epoch ${epoch}`, `2${epoch}`])), {});
  });

  it('ends what stands in parentheses behind a value with them', () => {
    const lines = epochs.map(
      epoch => `Epoch ${epoch}: val_loss: 2.${epoch}, time: 12.3 (sec), loss: 1.${epoch}`,
    );
    assert.deepEqual(points(lines), {
      val_loss: ['1/- 2.1', '2/- 2.2', '3/- 2.3'],
      loss: ['1/- 1.1', '2/- 1.2', '3/- 1.3'],
    });
  });

  it('takes names that are nothing else for losses, where the line begins with that word', () => {
    const lines = epochs.flatMap(epoch => [
      `Epoch [${epoch}/3]`,
      `Loss: Train generator - 1.${epoch}, Train discriminator - 0.${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      'Train generator loss': ['1/- 1.1', '2/- 1.2', '3/- 1.3'],
      'Train discriminator loss': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
    });
  });

  it('reads a short log without counters whose loss of the training falls beside one of the validation', () => {
    const lines = [1, 2, 3, 4].flatMap(at => [`loss: 0.${9 - at}`, `dev_loss: 0.9${9 - at}`]);
    assert.deepEqual(Object.keys(points(lines)), ['loss', 'dev_loss']);
    assert.deepEqual(points(lines.slice(0, 6)), {});
  });

  it('reads no curve out of a game, nor of settings that are tried', () => {
    const game = epochs.map(
      at => `Round ${at}: player score=${at}0 accuracy=5${at}.5% kills=${at}`,
    );
    assert.deepEqual(points(game), {});
    const search = epochs.map(
      at => `[${at}/3] C=${at}0, gamma=0.00${at}... Val Acc: 0.82${at} (8.5s)`,
    );
    assert.deepEqual(points(search), {});
  });
});
