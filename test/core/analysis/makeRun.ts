import { Rows, Series, type Goal, type Run } from '../../../src/core/run/run';
import type { Split } from '../../../src/core/log/format';

/** Columns of a made-up run, one value an epoch; NaN and infinities are values, null is no value in that row. */
type Column = readonly (number | null)[];

export interface Columns {
  readonly loss?: Column;
  readonly trainScore?: Column;
  readonly validation?: Column;
  readonly score?: Column;
  readonly trainAccuracy?: Column;
  readonly accuracy?: Column;
  readonly learningRate?: Column;
}

interface Names {
  readonly name: string;
  readonly metric: string;
  readonly split: Split | null;
  readonly goal: Goal | null;
}

const columns: Readonly<Record<keyof Columns, Names>> = {
  loss: { name: 'loss', metric: 'loss', split: 'train', goal: 'min' },
  trainScore: { name: 'score', metric: 'score', split: 'train', goal: 'max' },
  validation: { name: 'val_loss', metric: 'loss', split: 'validation', goal: 'min' },
  score: { name: 'val_score', metric: 'score', split: 'validation', goal: 'max' },
  trainAccuracy: { name: 'accuracy', metric: 'accuracy', split: 'train', goal: 'max' },
  accuracy: { name: 'val_accuracy', metric: 'accuracy', split: 'validation', goal: 'max' },
  learningRate: { name: 'lr', metric: 'learning_rate', split: null, goal: null },
};

/** A run with one row an epoch, labelled from `epochBase` (1 unless said otherwise), every minute a row. */
export function makeRun(given: Columns, changes: Partial<Run> = {}): Run {
  const rows = new Rows();
  const base = changes.epochBase ?? 1;
  const keys = (Object.keys(columns) as (keyof Columns)[]).filter(key => given[key] !== undefined);
  const length = Math.max(0, ...keys.map(key => given[key]!.length));
  for (let i = 0; i < length; i++) rows.push(base + i, NaN, 60 * i, i + 1, 0);
  const series = keys.map(key => {
    const { name, metric, split, goal } = columns[key];
    const made = new Series(name, metric, split, goal);
    given[key]!.forEach((value, row) => value !== null && made.push(row, value));
    return made;
  });
  return {
    name: 'train.log',
    format: 'text',
    logs: ['train.log'],
    status: 'unknown',
    unit: 'epoch',
    epochBase: 1,
    plannedEpochs: null,
    stepsPerEpoch: null,
    parameters: new Map(),
    rows,
    series,
    version: 1,
    ...changes,
  };
}
