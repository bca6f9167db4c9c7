import assert from 'node:assert/strict';
import { LogReading } from '../../../src/core/run/logReading';
import { receivedRun, sentRun } from '../../../src/core/run/sentRun';
import type { Run } from '../../../src/core/run/run';

function runOf(lines: readonly string[]): Run {
  const reading = new LogReading('train.log');
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  return reading.runs()[0]!;
}

/** The values of each accuracy, and how many samples they are shares of. */
function sharesOf(run: Run): { values: number[]; outOf: number | null }[] {
  return run.series
    .filter(({ metric }) => metric === 'accuracy')
    .map(({ values, outOf }) => ({ values: Array.from(values.view()), outOf }));
}

const epochs = [1, 2, 3, 4, 5];

describe('shares of so many samples', () => {
  const tested = epochs.flatMap(epoch => [
    `Train Epoch: ${epoch} [0/60000 (0%)]\tLoss: 0.${epoch}`,
    '',
    `Test set: Average loss: 0.0${9 - epoch}, Accuracy: 98${epoch}3/10000 (98%)`,
    '',
  ]);

  it('are as exact as their counts, in percent where the line says percent, and keep the size of their set', () => {
    const [share, ...others] = sharesOf(runOf(tested));
    assert.deepEqual(share, { values: [98.13, 98.23, 98.33, 98.43, 98.53], outOf: 10_000 });
    assert.deepEqual(others, []);
  });

  it('are taken as printed where the percentage has digits enough', () => {
    const lines = epochs.map(
      epoch => `Epoch ${epoch}: test accuracy: 98${epoch}3/10000 (98.${epoch}3%)`,
    );
    assert.deepEqual(sharesOf(runOf(lines))[0]!.values, [98.13, 98.23, 98.33, 98.43, 98.53]);
  });

  it('have no size where it differs from line to line', () => {
    const lines = epochs.map(epoch => `Epoch ${epoch}: accuracy: ${epoch}/${10 * epoch} (10%)`);
    assert.deepEqual(sharesOf(runOf(lines)), [{ values: [10, 10, 10, 10, 10], outOf: null }]);
  });

  it('are 0 of an empty set, as printed, and never infinite', () => {
    const lines = epochs.map(
      epoch => `Epoch ${epoch}: accuracy: ${epoch}/${epoch > 2 ? 10 : 0} (0%)`,
    );
    assert.deepEqual(sharesOf(runOf(lines))[0]!.values, [0, 0, 30, 40, 50]);
  });

  it('keep their size on the way to another thread', () => {
    assert.equal(sharesOf(receivedRun(sentRun(runOf(tested))))[0]!.outOf, 10_000);
  });
});
