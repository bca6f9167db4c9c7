import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { analyse } from '../../../src/core/analysis/analyse';
import type { Finding, RuleId } from '../../../src/core/analysis/analysis';
import { falling, jitter, shape, turning } from './jitter';
import { makeRun, type Columns } from './makeRun';

const add = (a: readonly number[], b: readonly number[]): number[] => a.map((v, i) => v + b[i]!);
const find = (
  rule: RuleId,
  columns: Columns,
  changes: Parameters<typeof makeRun>[1] = {},
): Finding | undefined =>
  analyse(makeRun(columns, changes)).findings.find(found => found.rule === rule);
const noisy = (values: readonly number[], deviation = 0.005, seed = 1): number[] =>
  add(values, jitter(values.length, deviation, seed));

describe('spike', () => {
  const calm = noisy(falling(60));

  it('names the highest excursion that came back, with the levels around it', () => {
    const loss = calm.map((v, i) => (i === 40 ? 3 : v));
    const { severity, from, to, evidence } = find('spike', { loss, validation: calm })!;
    assert.deepEqual([severity, from, to], ['information', 41, 41]);
    assert.deepEqual([evidence['series'], evidence['peak'], evidence['spikes']], ['loss', 3, 1]);
    assert.equal(evidence['recovered'], 'yes');
  });

  it('is a warning where the level after it is worse', () => {
    const loss = calm.map((v, i) => (i < 40 ? v : i < 42 ? 4 : v + 0.2));
    const found = find('spike', { loss, validation: calm })!;
    assert.deepEqual([found.severity, found.evidence['recovered']], ['warning', 'no']);
  });

  it('is no first step down, no bad ending, and nothing that happens all the time', () => {
    const start = [30, ...calm.slice(1)];
    const ending = calm.map((v, i) => (i > 57 ? 4 : v));
    const always = calm.map((v, i) => (i % 6 === 5 ? 4 : v));
    for (const validation of [calm, start, ending, always])
      assert.equal(find('spike', { validation }), undefined);
  });
});

describe('last-not-best', () => {
  it('tells how much worse the last weights are, without a trend that would be overfitting', () => {
    const validation = noisy(falling(40)).map((v, i) => (i === 39 ? 1.2 : v));
    const { severity, evidence } = find('last-not-best', { validation })!;
    assert.equal(severity, 'warning');
    assert.equal(evidence['lastValue'], 1.2);
    assert.ok((evidence['worsePercent'] as number) > 200);
    assert.equal(evidence['saved'], 'unknown');
  });

  it('names the nearest checkpoint where the log repeats how often one is written', () => {
    const validation = shape(20, i =>
      i === 12 ? 0.2 : i === 19 ? 1.5 : 2 - 0.08 * Math.min(i, 14),
    );
    const parameters = new Map([['save_period', '5']]);
    const { evidence } = find('last-not-best', { validation }, { parameters })!;
    assert.deepEqual(
      [evidence['saved'], evidence['savedEvery'], evidence['savedCount']],
      ['no', 5, 15],
    );
  });

  it('says nothing where the score is best at the end, nor where overfitting says it', () => {
    const validation = noisy(falling(40)).map((v, i) => (i > 36 ? 1.2 : v));
    const accuracy = shape(40, i => 0.5 + (0.4 * i) / 39);
    assert.equal(find('last-not-best', { validation, accuracy }), undefined);
    assert.equal(
      find('last-not-best', { loss: falling(60), validation: turning(60, 20) }),
      undefined,
    );
  });

  it('says nothing of a thousandth of the loss', () => {
    const level = shape(40, i => (i === 39 ? 6.454 : i < 20 ? 6.46 - 0.0005 * i : 6.45));
    assert.equal(find('last-not-best', { validation: level }), undefined);
  });
});

describe('views-disagree', () => {
  const accuracy = shape(60, i => 0.5 + (0.4 * i) / 59);

  it('tells both bests where the loss rises and the score still gains', () => {
    const { evidence } = find('views-disagree', { validation: turning(60, 20), accuracy })!;
    assert.deepEqual(
      [evidence['bestLabel'], evidence['scoreBestLabel'], evidence['scoreBest']],
      [21, 60, 0.9],
    );
    assert.ok((evidence['scoreGain'] as number) > 0.2);
  });

  it('says nothing while both agree, nor of half a point of accuracy', () => {
    assert.equal(find('views-disagree', { validation: falling(60), accuracy }), undefined);
    const still = shape(60, i => 0.9 + (0.004 * i) / 59);
    const columns = { validation: turning(60, 20), accuracy: still };
    assert.equal(find('views-disagree', columns), undefined);
  });
});

describe('oscillation', () => {
  const swinging = shape(60, i => 1 + (i % 2 === 0 ? 0.3 : -0.3) + 2 * Math.exp(-i / 10));
  const wide = shape(60, i => 0.3 + (i % 6 < 3 ? 0 : 0.2) + 6 * Math.exp(-i / 14));

  it('tells the learning rate from a small validation set by training', () => {
    const validation = add(swinging, wide);
    assert.equal(
      find('oscillation', { validation, loss: falling(60) })?.evidence['training'],
      'calm',
    );
    assert.equal(
      find('oscillation', { validation, loss: swinging })?.evidence['training'],
      'swings',
    );
  });

  it('says nothing of small swings, nor of training alone: single batches swing', () => {
    assert.equal(find('oscillation', { validation: noisy(falling(60), 0.02) }), undefined);
    assert.equal(find('oscillation', { loss: add(swinging, wide) }), undefined);
  });
});

describe('validation-leak', () => {
  it('is a hint where validation stays below half of training throughout', () => {
    const loss = noisy(falling(40));
    const found = find('validation-leak', { loss, validation: loss.map(v => v / 4) })!;
    assert.equal(found.severity, 'information');
    assert.ok(Math.abs((found.evidence['belowPercent'] as number) - 75) < 1);
  });

  it('says nothing of what dropout does, nor of a gap that closes', () => {
    const loss = noisy(falling(40));
    assert.equal(find('validation-leak', { loss, validation: loss.map(v => 0.7 * v) }), undefined);
    const closing = loss.map((v, i) => v * Math.min(1, 0.3 + i / 30));
    assert.equal(find('validation-leak', { loss, validation: closing }), undefined);
  });
});

describe('underfitting', () => {
  const flat = (level: number): number[] =>
    noisy(
      shape(40, i => level - 0.3 * Math.exp(-i / 3)),
      0.003,
      3,
    );

  it('is told by a training score that stays low while validation is no worse', () => {
    const { evidence } = find('underfitting', { trainAccuracy: flat(0.55), accuracy: flat(0.54) })!;
    assert.ok(Math.abs((evidence['trainValue'] as number) - 0.55) < 0.01);
  });

  it('is not told where training is good, where validation is worse, or while it still improves', () => {
    for (const [trainAccuracy, accuracy] of [
      [flat(0.9), flat(0.88)],
      [flat(0.65), flat(0.45)],
      [shape(40, i => 0.2 + 0.01 * i), shape(40, i => 0.2 + 0.01 * i)],
    ] as const)
      assert.equal(find('underfitting', { trainAccuracy, accuracy }), undefined);
  });
});

describe('double-descent', () => {
  const hump = (second: number): number[] =>
    noisy(
      shape(150, i =>
        i < 30
          ? 2 - (1.2 * i) / 30
          : i < 80
            ? 0.8 + (0.6 * (i - 30)) / 50
            : 1.4 - ((1.4 - second) * (i - 80)) / 70,
      ),
      0.01,
    );

  it('is told where the second descent is seen, and whether it went below the first', () => {
    const { evidence } = find('double-descent', { validation: hump(0.5) })!;
    assert.equal(evidence['isBelow'], 'yes');
    assert.ok(Math.abs((evidence['humpLabel'] as number) - 81) < 6);
    assert.equal(find('double-descent', { validation: hump(0.95) })?.evidence['isBelow'], 'no');
  });

  it('is not told of a rise alone, nor where a step of the learning rate explains it', () => {
    assert.equal(find('double-descent', { validation: turning(150, 40) }), undefined);
    const learningRate = shape(150, i => (i < 80 ? 0.1 : 0.01));
    assert.equal(find('double-descent', { validation: hump(0.5), learningRate }), undefined);
  });
});

describe('grokking', () => {
  const perfect = (n: number): number[] => shape(n, i => Math.min(1, i / 20));
  const poor = (n: number): number[] =>
    noisy(
      shape(n, () => 0.1),
      0.01,
    );

  it('is a caveat after a long perfect training with poor validation', () => {
    const found = find('grokking', { trainAccuracy: perfect(600), accuracy: poor(600) })!;
    assert.equal(found.evidence['sinceLabel'], 21);
  });

  it('is not said of a short run, nor where validation has learned', () => {
    assert.equal(find('grokking', { trainAccuracy: perfect(90), accuracy: poor(90) }), undefined);
    const good = shape(600, i => Math.min(0.8, i / 100));
    assert.equal(find('grokking', { trainAccuracy: perfect(600), accuracy: good }), undefined);
  });
});

describe('every rule', () => {
  it('is silent on runs that fall and settle with some jitter, but for a plateau or more to come: one false alarm in a hundred', () => {
    const expected: ReadonlySet<RuleId> = new Set(['plateau', 'still-improving']);
    const alarms: RuleId[] = [];
    for (let seed = 1; seed <= 200; seed++) {
      const loss = noisy(falling(50, 5 + (seed % 20)), 0.02, seed);
      const validation = noisy(falling(50, 5 + (seed % 20)), 0.02, seed + 1000);
      const { findings } = analyse(
        makeRun({ loss, validation, accuracy: validation.map(v => 1 - v / 3) }),
      );
      alarms.push(...findings.map(({ rule }) => rule).filter(rule => !expected.has(rule)));
    }
    assert.ok(alarms.length <= 2, alarms.join());
  });
});
