import type { Goal, Run, Series } from '../run/run';
import type { Monitor } from './analysis';
import { isReturn } from './bounds';
import { isFresh } from './fresh';

/** Parameters by which frameworks say what a run is selected by: Keras and Lightning callbacks, Hugging Face, XGBoost and LightGBM. */
const SELECTED_BY = ['metric_for_best_model', 'monitor', 'early_stopping_metric', 'eval_metric'];

/** Scores that sum a model up, most telling first, as they appear in canonical names; others follow in the order of the log. */
const SCORES = [
  /fitness/,
  /map.*95/,
  /(?:^|_)map(?:_|$)/,
  /(?:^|_)map\d/,
  /miou/,
  /(?:^|_)iou/,
  /dice/,
  /(?:^|_)f1/,
  /auc/,
  /(?:^|_)acc/,
  /bleu/,
  /rouge/,
  /return|reward/,
];

/** A loss by its canonical name, whole or a part. */
const LOSS = /(?:^|_)loss(?:_|$)/;

/** The series a verdict is about, and whether it was measured on data that was not trained on. */
export interface Judged {
  readonly monitor: Monitor;
  readonly validation: boolean;
}

/**
 * What the user named; else what the run is selected by; else validation loss, unless the run was trained by others; else the
 * first validation score;
 * a test split only where there is no validation; where there is neither the return of a policy, else training loss. Null where nothing has a goal.
 * Loss before score: stopping on validation accuracy was the worst of the criteria compared by Apicella et al. 2026.
 */
export function chooseMonitor(run: Run, wanted: string | null): Judged | null {
  const usable = run.series.filter(s => s.goal !== null && hasNumber(s));
  const named = wanted === null ? undefined : usable.find(s => isCalled(s, wanted));
  if (named) return judged(run, named);
  for (const split of ['validation', 'test'] as const) {
    const held = usable.filter(s => s.split === split);
    const series = selectedBy(run, held) ?? lossOrScore(usable, held);
    if (series) return judged(run, series);
  }
  const training = usable.filter(s => s.split === 'train');
  const series =
    training.find(isReturn) ?? training.find(s => s.metric === 'loss') ?? preferred(training);
  return series ? judged(run, series) : null;
}

function lossOrScore(usable: readonly Series[], held: readonly Series[]): Series | undefined {
  const score = isTrainedByParts(usable)
    ? preferred(held.filter(s => s.goal === 'max'))
    : undefined;
  return score ?? held.find(s => s.metric === 'loss') ?? preferred(held);
}

/**
 * Whether the log names the losses that it was trained by and none of them is the loss: those of a game of two networks, say.
 * What it was not trained by does not tell how the training goes.
 */
function isTrainedByParts(usable: readonly Series[]): boolean {
  const losses = usable.filter(({ split, metric }) => split === 'train' && LOSS.test(metric));
  return losses.length > 1 && losses.every(({ metric }) => metric !== 'loss');
}

/** The training series to compare with: the same metric, else the loss; null where none was logged, and where it is what is judged. */
export function trainingFor(run: Run, monitor: Monitor): Series | null {
  if (monitor.split === 'train') return null;
  const training = run.series.filter(s => s.split === 'train' && hasNumber(s));
  return (
    training.find(s => s.metric === monitor.metric) ??
    training.find(s => s.metric === 'loss') ??
    null
  );
}

/**
 * The other view of the same evaluations: a score where the loss is judged, the loss where a score is. None of what a policy
 * earned: the losses it is trained by are no measure of it.
 */
export function otherView(run: Run, monitor: Monitor): Series | null {
  if (isReturn(monitor)) return null;
  const others = run.series.filter(
    s =>
      s.split === monitor.split && s.goal !== null && s.metric !== monitor.metric && hasNumber(s),
  );
  if (monitor.metric === 'loss') return preferred(others.filter(s => s.goal === 'max')) ?? null;
  return others.find(s => s.metric === 'loss') ?? null;
}

function selectedBy(run: Run, held: readonly Series[]): Series | undefined {
  for (const name of SELECTED_BY) {
    const value = run.parameters.get(name);
    const series = value === undefined ? undefined : held.find(s => isCalled(s, value));
    if (series) return series;
  }
  return undefined;
}

function preferred(series: readonly Series[]): Series | undefined {
  for (const score of SCORES) {
    const found = series.find(s => score.test(s.metric));
    if (found) return found;
  }
  return series[0];
}

/** By its name as written or its metric, with or without the usual prefix of a split. */
function isCalled(series: Series, wanted: string): boolean {
  const plain = wanted.trim().toLowerCase();
  const bare = plain.replace(/^(?:val|valid|validation|eval|test)[_/ ]/, '');
  return [plain, bare].includes(series.name.toLowerCase()) || [plain, bare].includes(series.metric);
}

function hasNumber(series: Series): boolean {
  return series.values.some(Number.isFinite);
}

function judged(run: Run, series: Series): Judged {
  const goal: Goal = series.goal ?? 'min';
  const { name, metric, split } = series;
  return {
    monitor: { index: run.series.indexOf(series), name, metric, split, goal },
    validation: split !== 'train' || isFresh(run, series),
  };
}
