import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFileSync } from 'node:fs';
import type { Evidence, RuleId } from '../../../../src/core/analysis/analysis';
import { hints } from '../../../../src/core/analysis/diagnose';
import { plainly } from '../../../../src/core/report/say';
import { findingSentence } from '../../../../src/core/report/sentences/findings';
import { remedies } from '../../../../src/core/report/sentences/remedies';
import { overfittingColumns, runOf } from '../syntheticRuns';

const run = runOf(overfittingColumns);
const of = (rule: RuleId, evidence: Evidence) =>
  ({ rule, severity: 'information', from: 3, to: 30, fromRow: 0, toRow: 29, evidence }) as const;

/** What each rule measured in the example that stands on its page. */
const examples: readonly (readonly [RuleId, Evidence])[] = [
  [
    'training-only',
    {
      series: 'loss',
      kind: 'plain',
      mostLabel: 31,
      nearlyLabel: 47,
      lateGainPercent: 2.1,
      lastLabel: 60,
      gainPerUnit: 0.001,
    },
  ],
  [
    'training-only',
    { series: 'g_loss', kind: 'adversarial', mostLabel: NaN, nearlyLabel: NaN, lastLabel: 60 },
  ],
  [
    'impossible-values',
    { series: 'val_accuracy', kind: 'above', value: 1.7, label: 12, bound: 1, values: 1 },
  ],
  ['spike', { series: 'loss', spikes: 1, label: 40, before: 0.14, peak: 0.52, recovered: 'yes' }],
  [
    'spike',
    { series: 'loss', spikes: 3, label: 95, before: 0.2, peak: 11, after: 0.9, recovered: 'no' },
  ],
  [
    'underfitting',
    {
      series: 'val_accuracy',
      trainSeries: 'accuracy',
      trainValue: 0.55,
      sinceLabel: 37,
      value: 0.54,
    },
  ],
  [
    'slow-learning',
    {
      series: 'loss',
      firstValue: 2.3,
      lastValue: 2.21,
      gainPercent: 3.9,
      units: 50,
      lateSharePercent: 51,
      rate: NaN,
    },
  ],
  [
    'oscillation',
    { series: 'val_loss', swingPercent: 45, sharePercent: 31, training: 'swings', swing: 0.1 },
  ],
  [
    'validation-leak',
    {
      series: 'val_loss',
      trainSeries: 'loss',
      value: 0.11,
      trainValue: 0.48,
      belowPercent: 77,
    },
  ],
  [
    'learning-rate-drop',
    {
      series: 'val_loss',
      beforeRate: 0.1,
      afterRate: 0.01,
      label: 30,
      before: 1.2,
      after: 0.9,
      gainPercentOfRange: 34,
    },
  ],
  ['range-test', { series: 'loss', lowRate: 1e-7, highRate: 10, steepRate: 0.004, bestRate: 0.09 }],
  ['learning-rate-spent', { lastLabel: 90, rate: 1e-6, leftPercent: 0.1 }],
  [
    'early-stopping',
    { lastLabel: 34, waited: 10, bestValue: 0.312, bestLabel: 24, needed: 4, verdict: 'good' },
  ],
  [
    'early-stopping',
    {
      lastLabel: 60,
      waited: 40,
      bestValue: 0.312,
      bestLabel: 20,
      needed: 5,
      savedEvaluations: 35,
      verdict: 'too-long',
    },
  ],
  [
    'early-stopping',
    {
      series: 'val_loss',
      lastLabel: 9,
      waited: 3,
      bestValue: 0.412,
      bestLabel: 6,
      verdict: 'too-short',
    },
  ],
  [
    'last-not-best',
    {
      series: 'val_loss',
      lastValue: 0.52,
      lastLabel: 30,
      worsePercent: 41,
      bestValue: 0.37,
      bestLabel: 12,
      saved: 'unknown',
    },
  ],
  [
    'last-not-best',
    {
      series: 'eval_loss',
      lastValue: 0.52,
      lastLabel: 3000,
      worsePercent: 41,
      bestValue: 0.37,
      bestLabel: 1250,
      saved: 'no',
      savedEvery: 500,
      savedValue: 0.39,
      savedCount: 1000,
    },
  ],
  [
    'views-disagree',
    {
      series: 'val_loss',
      score: 'val_accuracy',
      bestLabel: 4,
      bestValue: 0.49,
      risePercent: 38,
      scoreBestLabel: 18,
      scoreBest: 0.81,
      scoreThere: 0.76,
    },
  ],
  ['stalled', { lastLabel: 12, silentSeconds: 10_800, usualSeconds: 240 }],
  [
    'double-descent',
    {
      series: 'val_loss',
      firstValue: 0.8,
      firstLabel: 20,
      humpValue: 1.1,
      humpLabel: 60,
      lastValue: 0.7,
      isBelow: 'yes',
    },
  ],
  [
    'grokking',
    {
      series: 'val_accuracy',
      trainSeries: 'accuracy',
      trainValue: 1,
      unitsSince: 4000,
      lastValue: 0.12,
    },
  ],
  ['repeated-data', { epochs: 16, nextPercent: 35.4, worthEpochs: 10.58 }],
  ['restarts', { kind: 'schedule', restarts: 3, label: 70, rate: 0.1, setBack: 'no' }],
  [
    'restarts',
    {
      series: 'val_loss',
      kind: 'resumed',
      restarts: 1,
      label: 40,
      before: 0.41,
      after: 0.63,
      setBack: 'yes',
    },
  ],
];

describe('the sentences of hints', () => {
  for (const [rule, evidence] of examples) {
    it(`of ${rule} reads as its page says (${String(Object.values(evidence).at(-1))})`, () => {
      const sentence = findingSentence(of(rule, evidence), run, plainly);
      assert.ok(
        readFileSync(`docs/rules/${rule}.md`, 'utf8').includes(`\`${sentence}\``),
        sentence,
      );
    });
  }

  it('has an example of every hint', () => {
    const shown = new Set(examples.map(([rule]) => rule));
    assert.deepEqual(
      [...hints].filter(rule => !shown.has(rule)),
      [],
    );
  });

  it('gives each a remedy that names no missing number', () => {
    for (const [rule, evidence] of examples) {
      const advice = remedies(of(rule, evidence), plainly);
      assert.ok(advice.length > 0, rule);
      assert.doesNotMatch(advice.join(' '), /NaN|undefined|\{/, rule);
    }
  });
});
