import assert from 'node:assert/strict';
import { points } from './points';

const epochs = [1, 2, 3];

describe('the text reader: names of a log of its own', () => {
  it('takes the measure in front of a counter for the name, whatever stands between them', () => {
    const lines = epochs.flatMap(epoch => [
      `Training Accuracy during epoch ${epoch}: 0.${epoch}`,
      `Validation Loss after epoch ${epoch}: 1.${epoch}`,
    ]);
    assert.deepEqual(points(lines), {
      'Training Accuracy': ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      'Validation Loss': ['1/- 1.1', '2/- 1.2', '3/- 1.3'],
    });
  });

  it('keeps the digits of an F-score in its name', () => {
    const lines = epochs.map(epoch => `Epoch ${epoch} val loss: 1.${epoch}, F0.5(cat): 0.${epoch}`);
    assert.deepEqual(points(lines)['F0.5 (validation)'], ['1/- 0.1', '2/- 0.2', '3/- 0.3']);
  });

  it('reads what a header of several words lists between commas', () => {
    const rows = epochs.map(row => `0.${row}, 0.5${row}, 0.005`);
    assert.deepEqual(points(['train error, validation error, learning rate', ...rows]), {
      'train error': ['-/- 0.1', '-/- 0.2', '-/- 0.3'],
      'validation error': ['-/- 0.51', '-/- 0.52', '-/- 0.53'],
      'learning rate': ['-/- 0.005', '-/- 0.005', '-/- 0.005'],
    });
  });

  it('reads a list of values below the counter, whatever they are called; elsewhere it is of settings', () => {
    const lines = epochs.flatMap(episode => [
      `Episode ${episode}/3`,
      `  TD loss: 0.${episode}`,
      `  Coherence: 0.4${episode}`,
    ]);
    assert.deepEqual(points(['Settings:', '  dropout rate: 0.1', '  gamma: 0.99', ...lines]), {
      'TD loss': ['-/1 0.1', '-/2 0.2', '-/3 0.3'],
      Coherence: ['-/1 0.41', '-/2 0.42', '-/3 0.43'],
    });
  });

  it('takes a percentage of a validation for a value, and none of what was best', () => {
    const lines = epochs.map(step => `Step ${step}0 | Val CR: +${step}.5% | Best: +3.5%`);
    assert.deepEqual(points(lines), { 'Val CR': ['-/10 1.5', '-/20 2.5', '-/30 3.5'] });
  });

  it('counts generations, and rounds with dots behind their number', () => {
    assert.deepEqual(points(epochs.map(at => `Gen ${at}: score=0.${at}, calls=${at}7`)), {
      score: ['-/1 0.1', '-/2 0.2', '-/3 0.3'],
    });
    const rounds = epochs.flatMap(at => [`round ${at}......`, `mean reward: ${at}.5`]);
    assert.deepEqual(points(rounds), { 'mean reward': ['-/1 1.5', '-/2 2.5', '-/3 3.5'] });
  });

  it('does not take the start of a script for the start of a training', () => {
    const lines = epochs.flatMap(at => ['START train.py', `Corr coef: -0.1${at}`]);
    assert.deepEqual(points(lines), {});
  });
});
