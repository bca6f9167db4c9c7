import type { Series } from '../run/run';

/** Scores that are shares of something: between 0 and 1, or 0 and 100 where they are logged in percent. */
const SHARE =
  /(?:^|_)(?:accuracy|top5_accuracy|pixel_accuracy|balanced_accuracy|precision|recall|f1|auc|auprc|iou|miou|dice|map\w*|ap\d*|sensitivity|specificity)$/;

/** Losses that are sums of squares, absolute values or negative logarithms of probabilities of classes. A bare `loss` may be anything. */
const NOT_NEGATIVE =
  /(?:^|_)(?:mse|rmse|mae|mape|smape|msle|rmsle|logloss|perplexity|hinge|wer|cer|brier|error|fid\w*)$/;

/** Whether the score is a share. */
export function isShare({ metric, goal }: Series): boolean {
  return goal === 'max' && SHARE.test(metric);
}

/** Whether the loss cannot be below zero. */
export function isNeverNegative({ metric, goal }: Series): boolean {
  return goal === 'min' && NOT_NEGATIVE.test(metric);
}

/** The highest value a share can have: 1, or 100 where most of its values are above 1. */
export function topOf(values: Float64Array): 1 | 100 {
  let above = 0;
  for (const value of values) if (value > 1) above++;
  return above > values.length / 2 ? 100 : 1;
}

/** Scores that are sums of rewards, by their names. */
const RETURN = /(?:^|_)(?:return|reward)s?(?:_|$)/;

/** The highest score on any scale that ends: percent. */
const HIGHEST_TOP = 100;

/** Whether the score has no highest value, as a return has none: by its name, or by values no percentage reaches. */
export function hasNoTop(series: Series, values: Float64Array): boolean {
  const { goal } = series;
  return isReturn(series) || (goal === 'max' && values.some(value => value > HIGHEST_TOP));
}

/** Whether it is what a policy earned, by its name. */
export function isReturn({ metric, goal }: Pick<Series, 'metric' | 'goal'>): boolean {
  return goal === 'max' && RETURN.test(metric);
}
