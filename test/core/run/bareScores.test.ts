import assert from 'node:assert/strict';
import { bareScores } from '../../../src/core/run/bareScores';
import { Track } from '../../../src/core/run/track';

/** A series as a log prints it under a split alone. */
function track(name: string, values: readonly number[]): Track {
  const made = new Track(name, null);
  values.forEach((value, row) => {
    made.standing.take(row, Float64Array.of(NaN, row, NaN));
    made.values.push(value);
  });
  return made;
}

describe('values without the name of a measure', () => {
  const rising = [0.4, 0.6, 0.7, 0.75, 0.8, 0.79];

  it('are scores where those of the training rise from their lowest', () => {
    assert.equal(bareScores([track('learn (loss)', rising), track('test (loss)', [5, 4])]), true);
  });

  it('are scores where the log has nothing but held-out ones, and those rise', () => {
    assert.equal(bareScores([track('test (loss)', rising)]), true);
    assert.equal(bareScores([track('test (loss)', [...rising].reverse())]), false);
  });

  it('are losses where they fall, turn below their start, are few or NaN, or only the held-out ones rise', () => {
    for (const values of [
      [...rising].reverse(),
      [0.5, 0.4, 0.6, 0.7, 0.8, 0.9],
      [0.1, 0.9, 0.3, 0.2, 0.15, 0.12],
      [0.1, 0.2, 0.3],
      [0.1, NaN, 0.2, 0.3, 0.4, 0.5],
      [],
    ]) {
      assert.equal(bareScores([track('learn (loss)', values)]), false, values.join());
    }
    const falling = [...rising].reverse();
    assert.equal(bareScores([track('learn (loss)', falling), track('test (loss)', rising)]), false);
  });

  it('are losses where the log says so itself', () => {
    assert.equal(bareScores([track('train loss', rising)]), false);
  });
});
