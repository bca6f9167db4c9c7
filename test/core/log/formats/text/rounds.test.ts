import assert from 'node:assert/strict';
import { marks, points } from './points';

const rounds = [1, 2];

describe('the text reader: federated training', () => {
  it('places what clients count in the round above it', () => {
    const lines = rounds.flatMap(round => [
      `=== Federated round ${round}/2 ===`,
      `Client 0 Epoch 1: Loss = 0.8${round}`,
      `Client 0 Epoch 2: Loss = 0.7${round}`,
      `Client 1 Epoch 1: Loss = 0.6${round}`,
      `Global accuracy: 0.9${round}`,
    ]);
    const local = rounds.flatMap(round => [8, 7, 6].map(tens => `-/${round} 0.${tens}${round}`));
    assert.deepEqual(points(lines), {
      'Loss (train)': local,
      'Global accuracy': ['-/1 0.91', '-/2 0.92'],
    });
    assert.deepEqual(
      marks('planned', lines).map(mark => ({ ...mark, line: 0 })),
      [{ kind: 'planned', count: 2, unit: 'round', line: 0 }],
    );
  });

  it('is a run of its own behind the epochs of a training in one place', () => {
    const lines = [
      'Centralized training',
      'Epoch 1/2, Loss: 0.9',
      'Epoch 2/2, Loss: 0.8',
      'Federated training',
      ...rounds.map(round => `Round ${round}/2, Global Loss: 0.7${round}`),
    ];
    assert.deepEqual(points(lines), {
      Loss: ['1/- 0.9', '2/- 0.8'],
      'Global Loss': ['-/1 0.71', '-/2 0.72'],
    });
    assert.equal(marks('run', lines).length, 1);
  });

  it('takes no round of anything else for one of clients', () => {
    const lines = rounds.flatMap(round => [
      `Round ${round}`,
      'Epoch 1: Loss: 0.9',
      'Epoch 2: Loss: 0.8',
    ]);
    assert.deepEqual(points(lines), { Loss: ['1/- 0.9', '2/- 0.8', '1/- 0.9', '2/- 0.8'] });
  });

  it('reads the history of rounds that Flower prints at the end', () => {
    const lines = [
      'INFO :      Starting Flower server',
      'INFO :      \tHistory (loss, distributed):',
      'INFO :      \t\tround 1: 2.5',
      'INFO :      \t\tround 2: 1.25',
    ];
    assert.deepEqual(points(lines), { 'loss (evaluate)': ['-/1 2.5', '-/2 1.25'] });
  });
});
