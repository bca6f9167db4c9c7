import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analysis/analyse';
import type { Finding, RuleId, RunState } from '../../../src/core/analysis/analysis';
import { falling, jitter, shape, turning } from './jitter';
import { makeRun, type Columns } from './makeRun';

const tell = (columns: Columns): [RunState, readonly RuleId[]] => {
  const { state, findings } = analyse(makeRun(columns));
  return [state, findings.map(f => f.rule)];
};
const finding = (columns: Columns, rule: RuleId): Finding =>
  analyse(makeRun(columns)).findings.find(f => f.rule === rule)!;
const add = (a: readonly number[], b: readonly number[]): number[] => a.map((v, i) => v + b[i]!);

describe('analyse: known shapes', () => {
  it('converged: falls and stays', () => {
    assert.deepEqual(tell({ validation: add(falling(60, 20), jitter(60, 0.005)) }), [
      'converged',
      ['plateau'],
    ]);
  });

  it('overfitting: validation turns while training falls', () => {
    assert.deepEqual(tell({ loss: falling(60), validation: turning(60, 20) }), [
      'overfitting',
      ['overfitting'],
    ]);
  });

  it('no overfitting where training got worse too', () => {
    const [state] = tell({ loss: turning(60, 20), validation: turning(60, 20) });
    assert.notEqual(state, 'overfitting');
  });

  it('no overfitting by a gap alone', () => {
    const [, rules] = tell({ loss: falling(60, 20).map(v => v / 10), validation: falling(60, 20) });
    assert.ok(!rules.includes('overfitting'));
  });

  it('improving: at its best at the end', () => {
    assert.deepEqual(tell({ validation: falling(60, 2) }), ['improving', ['still-improving']]);
  });

  it('plateau: never better than at the start', () => {
    assert.deepEqual(tell({ validation: shape(60, i => 2.303 - 0.001 * Math.min(i, 10)) }), [
      'plateau',
      ['plateau'],
    ]);
  });

  it('plateau: never better than at the start, though training was', () => {
    const flat = shape(60, i => 2.303 - 0.001 * Math.min(i, 10));
    const found = (loss: readonly number[]) => finding({ loss, validation: flat }, 'plateau');
    assert.equal(found(falling(60)).evidence['training'], 'learned');
    assert.equal(found(flat).evidence['training'], 'unknown');
  });

  it('noisy: jumps more than it moves', () => {
    assert.deepEqual(tell({ validation: jitter(60, 1).map(v => v + 10) }), [
      'noisy',
      ['too-noisy'],
    ]);
  });

  it('too short: fewer than five evaluations, none at all included', () => {
    assert.deepEqual(tell({ validation: [3, 2, 1, 0.5] }), ['too-short', ['too-short']]);
    assert.deepEqual(tell({}), ['too-short', []]);
  });

  it('no validation: training alone, with its plateau', () => {
    assert.deepEqual(tell({ loss: add(falling(60, 30), jitter(60, 0.005)) }), [
      'no-validation',
      ['training-only', 'plateau'],
    ]);
  });

  it('diverged: NaN, infinity, or ten times above the start', () => {
    const start = falling(20);
    for (const end of [[NaN], [Infinity, Infinity], [40, 900, 5_000]])
      assert.deepEqual(tell({ validation: [...start, ...end] }), ['diverged', ['divergence']]);
  });

  it('diverged: training became NaN and nothing was validated after it', () => {
    assert.equal(tell({ loss: [...falling(20), NaN], validation: falling(20) })[0], 'diverged');
    assert.notEqual(tell({ loss: [...falling(20), NaN], validation: falling(21) })[0], 'diverged');
  });

  it('not diverged by NaN that comes and goes, nor by an undefined score', () => {
    const sparse = falling(24).map((v, i) => (i % 3 === 0 ? v : NaN));
    assert.notEqual(tell({ validation: sparse })[0], 'diverged');
    assert.notEqual(tell({ score: [...falling(20).map(v => -v), NaN] })[0], 'diverged');
  });
});

describe('analyse: findings', () => {
  it('says where overfitting starts, in labels, counts and rows', () => {
    const { from, to, fromRow, toRow, severity, evidence } = finding(
      { loss: falling(60), validation: turning(60, 20) },
      'overfitting',
    );
    assert.ok(Math.abs(from - 21) <= 2, String(from));
    assert.deepEqual([to, toRow, fromRow, severity], [60, 59, from - 1, 'warning']);
    assert.deepEqual(
      [evidence['bestCount'], evidence['bestValue'], evidence['training']],
      [21, 0.5, 'falling'],
    );
  });

  it('says overfitting starts after the best that the log shows, even where the smoothed minimum is earlier', () => {
    const validation = turning(60, 20).map((value, i) => (i === 24 ? 0.49 : value));
    const found = finding({ loss: falling(60), validation }, 'overfitting');
    assert.deepEqual([found.evidence['bestLabel'], found.from], [25, 26]);
  });

  it('says at which line a loss became NaN, and what came before', () => {
    const { severity, from, fromRow, evidence } = finding(
      { validation: [3, 2, 2.5, NaN, NaN] },
      'divergence',
    );
    assert.deepEqual(
      { severity, from, fromRow, evidence },
      {
        severity: 'error',
        from: 4,
        fromRow: 3,
        evidence: {
          kind: 'nan',
          series: 'val_loss',
          split: 'validation',
          label: 4,
          count: 4,
          value: NaN,
          lastFiniteValue: 2.5,
          lastFiniteLabel: 3,
          bestValue: 2,
          bestLabel: 2,
          bestCount: 2,
        },
      },
    );
  });

  it('names the score that still improves while the loss rises', () => {
    const columns = { validation: turning(60, 20), score: shape(60, i => i / 60) };
    assert.equal(finding(columns, 'overfitting').evidence['score'], 'val_score');
  });
});

describe('analyse: what it reports', () => {
  it('takes the best as logged, the earliest on ties, by its own label', () => {
    const run = makeRun({ validation: [3, 1, 2, 1, 2] }, { epochBase: 0 });
    assert.deepEqual(analyse(run).best, { epoch: 1, count: 2, value: 1, row: 1 });
  });

  it('replays the smallest patience that keeps the best where those of the preferences lose it', () => {
    // Four evaluations without a new best come before the best one, thirty after it.
    const validation = [5, 4, 3, 3.5, 3.5, 3.5, 3.5, 1, ...Array.from({ length: 30 }, () => 1.5)];
    const { replay } = analyse(makeRun({ validation }));
    const patiences = replay.flatMap(({ patience, regret }) =>
      patience === null ? [] : [[patience, regret]],
    );
    assert.deepEqual(patiences, [
      [3, 2],
      [5, 0],
      [10, 0],
      [20, 0],
    ]);
    const longer = [5, 4, 3, ...Array.from({ length: 11 }, () => 3.5), 1, ...validation.slice(8)];
    const needed = analyse(makeRun({ validation: longer })).replay.find(r => r.patience === 12);
    assert.deepEqual([needed?.regret, needed?.stopCount], [0, 27]);
  });

  it('replays the patience values of the preferences, then Prechelt’s criteria, then our own rule', () => {
    const { replay } = analyse(makeRun({ validation: turning(60, 20) }));
    assert.deepEqual(
      replay.map(r => [r.rule, r.patience, r.stopCount]),
      [
        ['patience', 3, 24],
        ['patience', 5, 26],
        ['patience', 10, 31],
        ['patience', 20, 41],
        ['Prechelt GL 5', null, 24],
        ['Prechelt UP 4', null, 40],
        ['Epoch Lens', null, 32],
      ],
    );
  });

  it('tells seconds an epoch, and how much was trained', () => {
    const { secondsPerUnit, trained, evaluations } = analyse(makeRun({ validation: falling(12) }));
    assert.deepEqual([secondsPerUnit, trained, evaluations], [60, 12, 12]);
  });

  it('never throws, whatever the values are', () => {
    const value = fc.oneof(
      fc.double(),
      fc.constantFrom(NaN, Infinity, -Infinity, 0, 1e308, -1e308),
    );
    const column = fc.array(value, { maxLength: 30 });
    fc.assert(
      fc.property(
        column,
        column,
        column,
        fc.option(fc.integer({ min: 1, max: 50 })),
        (loss, validation, score, plannedEpochs) => {
          const { state, findings } = analyse(
            makeRun({ loss, validation, score }, { plannedEpochs }),
          );
          assert.equal(typeof state, 'string');
          assert.equal(new Set(findings.map(f => f.rule)).size, findings.length);
        },
      ),
    );
  });
});
