import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analysis/analyse';
import { GrowingSmooth } from '../../../src/core/analysis/growingSmooth';
import { evaluationsOf, finiteOf } from '../../../src/core/analysis/evaluations';
import { smoothCentred } from '../../../src/core/analysis/smooth';
import { Rows, Series, type Run } from '../../../src/core/run/run';
import { jitter, turning } from './jitter';
import { makeRun } from './makeRun';

/** What was logged at once; null is no value. */
interface Logged {
  readonly epoch: number;
  readonly loss: number | null;
  readonly validation: number | null;
  readonly accuracy: number | null;
  readonly rate: number;
}

/** A run that grows by `log`, as the reader of a log makes it. */
class Growing {
  readonly #rows = new Rows();
  readonly #series = [
    new Series('loss', 'loss', 'train', 'min'),
    new Series('val_loss', 'loss', 'validation', 'min'),
    new Series('val_accuracy', 'accuracy', 'validation', 'max'),
    new Series('lr', 'learning_rate', null, null),
  ] as const;

  log({ epoch, loss, validation, accuracy, rate }: Logged): void {
    const at = this.#rows.count;
    const row = this.#rows.push(epoch, NaN, 60 * at, at + 1, 0);
    [loss, validation, accuracy, rate].forEach((value, index) => {
      if (value !== null) this.#series[index]!.push(row, value);
    });
  }

  run(plannedEpochs: number | null): Run {
    const series = this.#series.filter(({ count }) => count > 0);
    return { ...makeRun({}), rows: this.#rows, series, plannedEpochs, version: this.#rows.count };
  }
}

function fresh(logged: readonly Logged[], planned: number | null): Run {
  const growing = new Growing();
  for (const each of logged) growing.log(each);
  return growing.run(planned);
}

/** Grows a run by one at a time and asks at every prefix, from a length on, for what a fresh analysis says. */
function assertLikeFresh(logged: readonly Logged[], planned: number | null, from = 1): void {
  const growing = new Growing();
  logged.forEach((each, at) => {
    growing.log(each);
    if (at + 1 < from) return;
    const expected = analyse(fresh(logged.slice(0, at + 1), planned));
    assert.deepEqual(analyse(growing.run(planned)), expected, `after ${at + 1}`);
  });
}

const value = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: 0, max: 5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, null) },
);
const logged = fc.record({
  // Mostly the next epoch, sometimes the same again or one that came before.
  ahead: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 1, 0, -3),
  loss: value,
  validation: value,
  accuracy: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 20 }),
  rate: fc.constantFrom(0.1, 0.1, 0.01),
});

function inOrder(drawn: readonly (Omit<Logged, 'epoch'> & { readonly ahead: number })[]): Logged[] {
  let epoch = 0;
  return drawn.map(({ ahead, ...rest }) => ({
    ...rest,
    epoch: (epoch = Math.max(1, epoch + ahead)),
  }));
}

/** A run that overfits, in noise. */
function overfitting(length: number): Logged[] {
  const [losses, noise] = [turning(length, length / 3), jitter(length, 0.02)];
  return losses.map((loss, at) => ({
    epoch: at + 1,
    loss: 2 / (1 + at / 9) + noise[length - 1 - at]! / 9,
    validation: loss + noise[at]!,
    accuracy: 1 - loss / 3,
    rate: at < length / 2 ? 0.1 : 0.01,
  }));
}

describe('the analysis of a run that grows', () => {
  it('is that of a fresh run after every line, whatever the lines say', () => {
    fc.assert(
      fc.property(
        fc.array(logged, { maxLength: 40 }),
        fc.option(fc.integer({ min: 1, max: 60 })),
        (drawn, planned) => assertLikeFresh(inOrder(drawn), planned),
      ),
      { numRuns: 40 },
    );
  });

  it('is that of a fresh run while the smoothing widens, and when it has its full width', () => {
    assertLikeFresh(overfitting(180), 200, 90);
    assertLikeFresh(overfitting(1_040), null, 1_025);
  });

  it('forgets what a line changed that came before', () => {
    const run = overfitting(60);
    const twice = run.flatMap(each => [
      each,
      { ...each, validation: (each.validation ?? 0) + 0.01 },
    ]);
    assertLikeFresh(twice, 60);
    assertLikeFresh([...run, ...run.map(each => ({ ...each, validation: each.loss }))], 60, 55);
  });
});

describe('GrowingSmooth', () => {
  it('remembers each curve of a line apart, as long as the run grows', () => {
    const growing = new Growing();
    const sourcesAfter = (epoch: number): object[] => {
      growing.log({ epoch, loss: 1 / epoch, validation: 2 / epoch, accuracy: 0.5, rate: 0.1 });
      const run = growing.run(null);
      return run.series.map(series => finiteOf(evaluationsOf(run, series, 'min')).source);
    };
    const [before, after] = [sourcesAfter(1), sourcesAfter(2)];
    assert.equal(new Set(before).size, before.length);
    before.forEach((source, at) => assert.equal(after[at], source));
  });

  it('smooths anew only what new points reach', () => {
    const costs = turning(400, 90);
    const smooth = new GrowingSmooth();
    const growing = new Growing();
    const of = (half: number): number[] => {
      const run = growing.run(null);
      return [...smooth.of(evaluationsOf(run, run.series[0]!, 'min'), half)];
    };
    costs.forEach((validation, at) => {
      growing.log({ epoch: at + 1, loss: null, validation, accuracy: null, rate: 0.1 });
      const half = at < 200 ? 7 : 20;
      assert.deepEqual(of(half), [...smoothCentred(costs.slice(0, at + 1), half)]);
    });
    assert.deepEqual(of(0), costs);
  });
});
