import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analysis/analyse';
import type { Finding, RuleId } from '../../../src/core/analysis/analysis';
import { hints, rules } from '../../../src/core/analysis/diagnose';
import { defaultPreferences } from '../../../src/core/analysis/preferences';
import { falling, jitter, shape } from './jitter';
import { makeRun, type Columns } from './makeRun';

type Changes = Parameters<typeof makeRun>[1];
const find = (rule: RuleId, columns: Columns, changes: Changes = {}): Finding | undefined =>
  analyse(makeRun(columns, changes)).findings.find(found => found.rule === rule);
const noisy = (values: readonly number[], deviation = 0.005): number[] =>
  jitter(values.length, deviation).map((v, i) => v + values[i]!);

describe('impossible-values', () => {
  const good = shape(10, i => 0.5 + 0.04 * i);

  it('names the first accuracy above one, or above a hundred', () => {
    const found = find('impossible-values', { accuracy: good.with(6, 1.4) })!;
    assert.deepEqual([found.severity, found.from, found.evidence['bound']], ['warning', 7, 1]);
    const percent = good.map(v => 100 * v).with(2, 140);
    assert.equal(find('impossible-values', { accuracy: percent })?.evidence['bound'], 100);
  });

  it('names a share below zero, but not the −1 of an undefined one', () => {
    assert.equal(find('impossible-values', { accuracy: good.with(3, -0.2) })?.from, 4);
    assert.equal(find('impossible-values', { accuracy: good.with(3, -1) }), undefined);
  });

  it('leaves two scales in one column, small percentages and negative bare losses alone', () => {
    assert.equal(find('impossible-values', { accuracy: good.with(3, 62) }), undefined);
    const small = shape(10, i => (i === 4 ? 1.3 : 0.01 * i));
    assert.equal(find('impossible-values', { accuracy: small }), undefined);
    assert.equal(find('impossible-values', { validation: good.map(v => -v) }), undefined);
  });
});

describe('early-stopping', () => {
  const stopped = (validation: readonly number[]): Finding =>
    find('early-stopping', { validation }, { status: 'early-stopped' })!;
  const start = shape(20, i => 2 - 0.05 * i);

  it('fits, was too long, or came too early, by what the curve needed', () => {
    const flat = jitter(5, 0.01).map(v => 1.2 + v);
    assert.equal(stopped([...start, ...flat]).evidence['verdict'], 'good');
    const long = jitter(40, 0.01).map(v => 1.2 + v);
    const { evidence } = stopped([...start, ...long]);
    assert.deepEqual([evidence['verdict'], evidence['needed']], ['too-long', 1]);
    const wobbly = noisy(start, 0.05);
    const least = Math.min(...wobbly);
    const recovering = shape(8, i => least + 0.09 - 0.011 * i);
    assert.equal(stopped([...wobbly, ...recovering]).evidence['verdict'], 'too-short');
  });

  it('is not said where the curve waited longer before: another one was watched', () => {
    const wait = shape(9, i => 1.5 + 0.01 * i);
    const curve = [2, 1.9, 1.5, ...wait, 1.4, 1.3, 1.32, 1.31, 1.33];
    assert.equal(stopped(curve), undefined);
  });

  it('is not said of a run that ended by itself', () => {
    assert.equal(find('early-stopping', { validation: [...start, 1.2, 1.2] }), undefined);
  });
});

describe('repeated-data', () => {
  const parameters = new Map([['model_type', 'gpt2']]);

  it('tells what another epoch over the same text is worth', () => {
    const { evidence } = find('repeated-data', { loss: falling(16) }, { parameters })!;
    assert.deepEqual([Math.round(evidence['nextPercent'] as number), evidence['epochs']], [35, 16]);
    assert.ok(Math.abs((evidence['worthEpochs'] as number) - 10.6) < 0.1);
  });

  it('says nothing up to four epochs, nor of other models', () => {
    assert.equal(find('repeated-data', { loss: falling(4) }, { parameters }), undefined);
    assert.equal(find('repeated-data', { loss: falling(16) }), undefined);
  });
});

describe('learning-rate-drop', () => {
  const validation = noisy(shape(60, i => (i < 30 ? 1 : 0.6) + 0.8 * Math.exp(-i / 4)));

  it('says how much of the range one step brought', () => {
    const learningRate = shape(60, i => (i < 30 ? 0.1 : 0.01));
    const { from, evidence } = find('learning-rate-drop', { validation, learningRate })!;
    assert.deepEqual([from, evidence['beforeRate'], evidence['afterRate']], [31, 0.1, 0.01]);
    assert.ok((evidence['gainPercentOfRange'] as number) > 20);
  });

  it('says nothing of a smooth decay, nor of a step that changed nothing', () => {
    const smooth = shape(60, i => 0.1 * 0.9 ** i);
    assert.equal(find('learning-rate-drop', { validation, learningRate: smooth }), undefined);
    const elsewhere = shape(60, i => (i < 45 ? 0.1 : 0.01));
    assert.equal(find('learning-rate-drop', { validation, learningRate: elsewhere }), undefined);
  });
});

describe('learning-rate-spent', () => {
  const cosine = shape(60, i => 0.05 * (1 + Math.cos((Math.PI * i) / 59)));

  it('advises a longer schedule, not more epochs, and the suggestion says so too', () => {
    const run = makeRun({ validation: falling(60, 2), learningRate: cosine });
    const { findings, suggestion } = analyse(run);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['still-improving', 'learning-rate-spent'],
    );
    assert.equal(suggestion?.caveats[0], 'learning-rate-spent');
  });

  it('says nothing where the run has settled, nor at a constant rate', () => {
    const settled = { validation: noisy(falling(60, 30)), learningRate: cosine };
    assert.equal(find('learning-rate-spent', settled), undefined);
    const constant = { validation: falling(60, 2), learningRate: shape(60, () => 0.1) };
    assert.equal(find('learning-rate-spent', constant), undefined);
  });
});

describe('range-test', () => {
  const learningRate = shape(100, i => 1e-7 * 10 ** ((8 * i) / 99));
  const loss = shape(100, i => (i < 80 ? 2 - i / 60 : 2 + (i - 80) ** 2));

  it('gives no suggestion, and does not call the explosion at its end an error', () => {
    const { findings, suggestion } = analyse(makeRun({ validation: loss, learningRate }));
    assert.equal(suggestion, null);
    assert.equal(findings[0]?.rule, 'range-test');
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('is no warm-up, and no schedule that comes down again', () => {
    const linear = shape(100, i => 1e-4 * (i + 1));
    const oneCycle = shape(100, i => 1e-7 * 10 ** ((8 * Math.min(i, 99 - i)) / 50));
    for (const rate of [linear, oneCycle])
      assert.equal(find('range-test', { validation: loss, learningRate: rate }), undefined);
  });
});

describe('restarts', () => {
  it('counts warm restarts, and says whether the last one set the curve back', () => {
    const learningRate = shape(60, i => 0.1 * (1 + Math.cos((Math.PI * (i % 20)) / 20)));
    const validation = noisy(shape(60, i => 1 - i / 100 + (i % 20 < 4 ? 0.4 : 0)));
    const { evidence } = find('restarts', { validation, learningRate })!;
    assert.deepEqual(
      [evidence['kind'], evidence['restarts'], evidence['label'], evidence['setBack']],
      ['schedule', 2, 41, 'yes'],
    );
  });

  it('is no warm-up before a decay', () => {
    const learningRate = shape(60, i => Math.min((i + 1) / 10, 1 - (i - 9) / 60));
    assert.equal(find('restarts', { validation: falling(60), learningRate }), undefined);
  });
});

describe('slow-learning', () => {
  it('is a straight fall that leads nowhere', () => {
    const loss = noisy(
      shape(50, i => 2.3 - 0.002 * i),
      0.001,
    );
    const { evidence } = find('slow-learning', { loss, validation: loss })!;
    assert.ok(Math.abs((evidence['lateSharePercent'] as number) - 50) < 10);
  });

  it('is no curve that bends, and none that gets somewhere', () => {
    const bent = noisy(
      shape(50, i => 2.1 + 0.2 * Math.exp(-i / 8)),
      0.001,
    );
    const far = noisy(
      shape(50, i => 2.3 - 0.03 * i),
      0.001,
    );
    for (const loss of [bent, far])
      assert.equal(find('slow-learning', { loss, validation: loss }), undefined);
  });
});

describe('the list of rules', () => {
  it('has each once, and hints that are among them', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      [...hints].filter(id => !ids.includes(id)),
      [],
    );
  });

  it('never throws, whatever was logged, and gives finite rows and at most one finding a rule', () => {
    const value = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.constantFrom(NaN, Infinity, -Infinity, 0, -1, 1, 100, 1e308, -1e308),
    );
    const column = fc.array(fc.option(value, { freq: 9 }), { maxLength: 60 });
    const columns = fc.record({
      loss: column,
      validation: column,
      accuracy: column,
      trainAccuracy: column,
      learningRate: column,
    });
    const status = fc.constantFrom('early-stopped', 'running', 'unknown');
    const silence = fc.option(
      fc.record({ seconds: fc.double(), usualSeconds: fc.option(fc.double()) }),
    );
    fc.assert(
      fc.property(columns, status, silence, (given, ended, silent) => {
        const parameters = new Map([
          ['model_type', 'gpt2'],
          ['save_period', '3'],
        ]);
        const run = makeRun(given, { status: ended, parameters });
        const { findings } = analyse(run, defaultPreferences, silent);
        assert.equal(new Set(findings.map(({ rule }) => rule)).size, findings.length);
        for (const { fromRow, toRow } of findings)
          assert.ok(fromRow >= 0 && toRow >= 0 && toRow <= run.rows.count);
      }),
      { numRuns: 300 },
    );
  });
});
