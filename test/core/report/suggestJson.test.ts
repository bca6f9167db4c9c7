import assert from 'node:assert/strict';
import { reportJson } from '../../../src/core/report/json';
import { buildReport } from '../../../src/core/report/model';
import { plainly } from '../../../src/core/report/say';
import { suggestRun } from '../../../src/core/report/suggestJson';
import {
  analysisOf,
  overfittingFinding,
  overfittingRun,
  overfittingSuggestion,
} from './syntheticRuns';

const reason =
  'Validation loss is lowest at epoch 12 (0.3) and has risen 56.7 % since, while training loss still falls.';
const message =
  'Overfitting since epoch 12: val_loss rose 56.7 % above its minimum (0.3 @ 12) while loss kept falling.';

const printed = {
  name: 'training.csv',
  logs: ['training.csv'],
  unit: 'epoch',
  monitor: { name: 'val_loss', metric: 'loss', split: 'validation', goal: 'min' },
  state: 'overfitting',
  best: { epoch: 12, count: 12, value: 0.3 },
  suggestion: { epochs: 12, low: 11, high: 14, confidence: 0.8, reason },
  stopAt: 20,
  forecast: null,
  replay: [
    { rule: 'patience 3', stopCount: 15, keptCount: 12, value: 0.3, regret: 0 },
    { rule: 'patience 20', stopCount: null, keptCount: 12, value: 0.3, regret: 0 },
  ],
  findings: [
    {
      rule: 'overfitting',
      severity: 'warning',
      from: 12,
      to: 30,
      message,
      evidence: overfittingFinding.evidence,
    },
  ],
};

describe('a run as suggest --json prints it', () => {
  it('has the fields of architecture.md, in its order', () => {
    const found = suggestRun(overfittingRun(), plainly);
    assert.deepEqual(found, printed);
    assert.deepEqual(Object.keys(found), Object.keys(printed));
  });

  it('has null where nothing can be said', () => {
    const nothing = analysisOf({
      monitor: null,
      best: null,
      suggestion: null,
      stopAt: null,
      state: 'too-short',
      replay: [],
      findings: [],
    });
    const found = suggestRun({ run: overfittingRun().run, analysis: nothing }, plainly);
    assert.deepEqual(found, {
      ...printed,
      monitor: null,
      best: null,
      suggestion: null,
      stopAt: null,
      state: 'too-short',
      replay: [],
      findings: [],
    });
  });
});

describe('the report as data', () => {
  it('has what was read, the summary and the groups with their runs', () => {
    const run = overfittingRun();
    const model = buildReport({
      title: 'logs',
      date: '2025-01-31',
      version: '0.1.0',
      groups: [
        { name: 'training.csv', runs: [run], consensus: null, suggestion: overfittingSuggestion },
      ],
      problems: [{ log: 'bad.csv', problem: { code: 'bad-row', line: 7, details: {} } }],
      ignored: 2,
    });
    assert.deepEqual(reportJson(model, plainly), {
      title: 'logs',
      date: '2025-01-31',
      version: '0.1.0',
      read: { logs: 1, runs: 1, points: 60, ignored: 2 },
      summary:
        'Overfitting since epoch 12. Best val_loss 0.3 at epoch 12. Suggested 12 epochs (11–14).',
      groups: [
        {
          name: 'training.csv',
          runs: [
            {
              ...printed,
              outlook: [],
              plannedEpochs: 30,
              trained: 30,
              caveats: ['From a single run; another seed or fold may move the optimum.'],
            },
          ],
          consensus: null,
          suggestion: { epochs: 12, low: 11, high: 14 },
        },
      ],
      problems: [{ log: 'bad.csv', line: 7, code: 'bad-row' }],
    });
  });
});
