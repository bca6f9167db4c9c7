import assert from 'node:assert/strict';
import { LogReading } from '../../../src/core/run/logReading';

function losses(lines: readonly string[]): Record<string, number[]> {
  const reading = new LogReading('train.log');
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  const series = reading.runs().flatMap(run => run.series);
  return Object.fromEntries(
    series.map(({ name, metric, values }) => [`${metric}: ${name}`, Array.from(values.view())]),
  );
}

const epochs = [1, 2, 3, 4, 5];

describe('a number that stands alone below the number of an epoch', () => {
  it('is its loss', () => {
    assert.deepEqual(losses(epochs.flatMap(epoch => [`Epoch ${epoch}`, `0.${9 - epoch}`])), {
      'loss: (loss)': [0.8, 0.7, 0.6, 0.5, 0.4],
    });
  });

  it('is something else where losses have their name', () => {
    const lines = epochs.flatMap(epoch => [
      `Epoch ${epoch}`,
      `12.${epoch}`,
      `loss: 0.${9 - epoch}`,
    ]);
    assert.deepEqual(losses(lines), { 'loss: loss': [0.8, 0.7, 0.6, 0.5, 0.4] });
  });
});
