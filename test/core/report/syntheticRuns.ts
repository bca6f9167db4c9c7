import type { Analysis, Finding, Suggestion } from '../../../src/core/analysis/analysis';
import type { AnalysedRun } from '../../../src/core/project/project';
import { Rows, Series } from '../../../src/core/run/run';
import type { Run } from '../../../src/core/run/run';

/** Values of one series, one per epoch. */
export interface Columns {
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

/** A run of one-based epochs with `loss` and `val_loss`; `changes` replaces what a test is about. */
export function runOf(columns: Columns, changes: Partial<Run> = {}): Run {
  const rows = new Rows();
  const train = new Series('loss', 'loss', 'train', 'min');
  const validation = new Series('val_loss', 'loss', 'validation', 'min');
  columns.validation.forEach((value, index) => {
    const row = rows.push(index + 1, NaN, 10 * index, index + 2, 0);
    const trained = columns.train[index];
    if (trained !== undefined) train.push(row, trained);
    validation.push(row, value);
  });
  return {
    name: 'training.csv',
    format: 'csv',
    logs: ['training.csv'],
    status: 'finished',
    unit: 'epoch',
    epochBase: 1,
    plannedEpochs: columns.validation.length,
    stepsPerEpoch: null,
    parameters: new Map(),
    rows,
    series: [train, validation],
    version: 1,
    ...changes,
  };
}

/** 30 epochs: validation falls to 0.3 at epoch 12 and rises to 0.48, training keeps falling. */
export const overfittingColumns: Columns = {
  train: Array.from({ length: 30 }, (_, i) => 1 / (i + 1)),
  validation: Array.from({ length: 30 }, (_, i) =>
    Number((i < 12 ? 0.3 + (11 - i) * 0.06 : 0.3 + (i - 11) * 0.01).toFixed(4)),
  ),
};

/** The finding that belongs to `overfittingColumns`. */
export const overfittingFinding: Finding = {
  rule: 'overfitting',
  severity: 'warning',
  from: 12,
  to: 30,
  fromRow: 11,
  toRow: 29,
  evidence: {
    series: 'val_loss',
    onsetLabel: 12,
    onsetCount: 12,
    bestValue: 0.3,
    bestLabel: 12,
    bestCount: 12,
    lastValue: 0.47,
    rise: 0.17,
    risePercent: 56.7,
    risePercentOfRange: 25.8,
    unitsSince: 18,
    z: 6.2,
    training: 'falling',
    trainSeries: 'loss',
    score: '',
  },
};

/** The suggestion that belongs to `overfittingColumns`. */
export const overfittingSuggestion: Suggestion = {
  epochs: 12,
  low: 11,
  high: 14,
  unit: 'epoch',
  confidence: 0.8,
  reason: 'overfitting',
  evidence: {
    trained: 30,
    evaluations: 30,
    bestValue: 0.3,
    bestLabel: 12,
    bestCount: 12,
    atValue: 0.31,
    lostPercentOfRange: 0,
    optimumCount: 12,
    savedUnits: 18,
    savedPercent: 60,
    noisePercent: 0.4,
    risePercent: 56.7,
    risePercentOfRange: 25.8,
  },
  caveats: ['single-run'],
};

/** What analysis says about `overfittingColumns`; `changes` replaces what a test is about. */
export function analysisOf(changes: Partial<Analysis> = {}): Analysis {
  return {
    monitor: { index: 1, name: 'val_loss', metric: 'loss', split: 'validation', goal: 'min' },
    state: 'overfitting',
    best: { epoch: 12, count: 12, value: 0.3, row: 11 },
    suggestion: overfittingSuggestion,
    stopAt: 20,
    forecast: null,
    replay: [
      {
        rule: 'patience',
        patience: 3,
        stopCount: 15,
        keptCount: 12,
        value: 0.3,
        regret: 0,
        saved: 15,
      },
      {
        rule: 'patience',
        patience: 20,
        stopCount: null,
        keptCount: 12,
        value: 0.3,
        regret: 0,
        saved: 0,
      },
    ],
    minDelta: 0,
    findings: [overfittingFinding],
    trained: 30,
    evaluations: 30,
    secondsPerUnit: 10,
    ...changes,
  };
}

/** A run that overfits, as the features get it. */
export function overfittingRun(changes: Partial<Run> = {}): AnalysedRun {
  return { run: runOf(overfittingColumns, changes), analysis: analysisOf() };
}
