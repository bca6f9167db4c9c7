import assert from 'node:assert/strict';
import type { Evidence, Finding, RuleId } from '../../../../src/core/analysis/analysis';
import { Rows, Series } from '../../../../src/core/run/run';
import type { Split } from '../../../../src/core/run/run';
import { plainly } from '../../../../src/core/report/say';
import { findingNumbers } from '../../../../src/core/report/sentences/findingNumbers';
import { findingSentence } from '../../../../src/core/report/sentences/findings';
import { remedies } from '../../../../src/core/report/sentences/remedies';
import { overfittingColumns, overfittingFinding, runOf } from '../syntheticRuns';

const run = runOf(overfittingColumns);

function finding(rule: RuleId, from: number, evidence: Evidence): Finding {
  return { rule, severity: 'warning', from, to: 30, fromRow: 0, toRow: 29, evidence };
}

const sentence = (each: Finding): string => findingSentence(each, run, plainly);

describe('the sentence of a finding', () => {
  it('of overfitting says since when, how much, from what, and that training went on', () => {
    assert.equal(
      sentence(overfittingFinding),
      'Overfitting since epoch 12: val_loss rose 56.7 % above its minimum (0.3 @ 12) while loss kept falling.',
    );
  });

  it('of overfitting leaves out what is not known', () => {
    const evidence = { ...overfittingFinding.evidence, training: 'unknown', risePercent: NaN };
    assert.equal(
      sentence({ ...overfittingFinding, evidence }),
      'Overfitting since epoch 12: val_loss rose 0.17 above its minimum (0.3 @ 12).',
    );
  });

  it('of overfitting speaks of a fall where higher is better', () => {
    const accuracy = new Series('val_acc', 'accuracy', 'validation', 'max');
    const evidence = { ...overfittingFinding.evidence, series: 'val_acc', bestValue: 0.91 };
    const scored = { ...run, rows: new Rows(), series: [accuracy] };
    assert.equal(
      findingSentence({ ...overfittingFinding, evidence }, scored, plainly),
      'Overfitting since epoch 12: val_acc fell 56.7 % below its best (0.91 @ 12) while loss kept improving.',
    );
  });

  it('of overfitting says which is which where a log has one name for both', () => {
    const evidence = { ...overfittingFinding.evidence, series: 'loss' };
    const told = (...splits: readonly Split[]): string => {
      const series = splits.map(split => new Series('loss', 'loss', split, 'min'));
      return findingSentence({ ...overfittingFinding, evidence }, { ...run, series }, plainly);
    };
    assert.equal(
      told('train', 'validation', 'test'),
      'Overfitting since epoch 12: validation loss rose 56.7 % above its minimum (0.3 @ 12) while training loss kept falling.',
    );
    assert.match(told('train', 'test'), /: test loss rose .* while training loss kept falling\.$/);
  });

  it('of divergence names the series and what became of it', () => {
    const base = { series: 'loss', value: 1e30, bestValue: 0.4 };
    const kinds = ['nan', 'infinite', 'exploded'].map(kind =>
      sentence(finding('divergence', 3, { ...base, kind })),
    );
    assert.deepEqual(kinds, [
      'Diverged at epoch 3: loss is NaN from here on.',
      'Diverged at epoch 3: loss is infinite from here on.',
      'Diverged at epoch 3: loss jumped to 1e30, its best was 0.4.',
    ]);
  });

  it('of a plateau says for how long, and whether anything was learned before', () => {
    const evidence = {
      series: 'val_loss',
      unitsSince: 30,
      bestValue: 0.31,
      bestLabel: 20,
      gainPercentOfRange: 1.2,
    };
    const flat = { ...evidence, lastValue: 2.3, fromStart: 'yes' };
    assert.deepEqual(
      [
        sentence(finding('plateau', 20, { ...evidence, lastValue: 0.312, fromStart: 'no' })),
        sentence(finding('plateau', 1, flat)),
      ],
      [
        'Hardly any improvement for 30 epochs: val_loss gained 1.2 % of its range in them; its best is 0.31 @ 20.',
        'No improvement for 30 epochs: val_loss is 2.3 now and was never clearly better than at the start.',
      ],
    );
  });

  it('of a run still improving says how fast', () => {
    const evidence = {
      series: 'val_loss',
      lastLabel: 30,
      lastValue: 0.5,
      gainPercentOfRange: 12.5,
    };
    assert.equal(
      sentence(finding('still-improving', 23, evidence)),
      'Still improving at epoch 30: val_loss is 0.5 and gained 12.5 % of its range in the last quarter.',
    );
  });

  it('of noise says how large it is against the range', () => {
    const evidence = { series: 'val_loss', noise: 0.021, noisePercent: 31 };
    assert.equal(
      sentence(finding('too-noisy', 1, evidence)),
      'Too noisy to tell: val_loss jumps by 0.021 from one evaluation to the next, 31 % of its range.',
    );
  });

  it('of a short run says how many evaluations there were and are needed', () => {
    assert.deepEqual(
      [3, 1].map(evaluations => sentence(finding('too-short', 1, { evaluations, needed: 5 }))),
      [
        'Too few evaluations to tell: 3 were logged, 5 are needed.',
        'Too few evaluations to tell: 1 was logged, 5 are needed.',
      ],
    );
  });

  it('shows a hostile name of a series as text on one line', () => {
    const evidence = { ...overfittingFinding.evidence, series: 'a\u202Eb\nc\u0007' };
    assert.match(sentence({ ...overfittingFinding, evidence }), /: a�b�c� rose /);
  });
});

describe('the numbers of a finding', () => {
  it('are the measurements with their names; unknown ones are left out', () => {
    const evidence = { series: 'val_loss', noise: 0.021, range: NaN, noisePercent: 31 };
    assert.deepEqual(findingNumbers(finding('too-noisy', 1, evidence), plainly), [
      'series: val_loss',
      'noise: 0.021',
      'noise, of the range: 31 %',
    ]);
  });
});

describe('remedies', () => {
  it('exist for every rule and end as sentences', () => {
    const rules: readonly RuleId[] = [
      'divergence',
      'overfitting',
      'plateau',
      'still-improving',
      'too-noisy',
      'too-short',
    ];
    const all = rules.map(rule => remedies(finding(rule, 1, {}), plainly));
    assert.ok(all.every(list => list.length > 0 && list.every(text => text.endsWith('.'))));
  });

  it('for a run that never learned look at the learning rate and the data', () => {
    assert.deepEqual(remedies(finding('plateau', 1, { fromStart: 'yes' }), plainly), [
      'Raise the learning rate; it may be far too low.',
      'Check the data, the labels and the loss; try to overfit one small batch first.',
      'Use a larger model.',
    ]);
  });

  it('for a run whose training alone learned do not ask for a higher learning rate', () => {
    const found = finding('plateau', 1, { fromStart: 'yes', training: 'learned' });
    assert.deepEqual(remedies(found, plainly), [
      'Training gets better and this does not: check that both are of one kind of data.',
      'Regularise, take a smaller model or more data: what is learned does not carry over.',
    ]);
  });
});
