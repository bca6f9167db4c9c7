import { axisValues } from '../core/run/axis';
import type { Run, Series } from '../core/run/run';
import type { Split } from '../core/log/format';

/** The best value of one curve, where the log has it. */
export interface BestValue {
  readonly metric: string;
  readonly split: Split | null;
  readonly epoch: number | null;
  readonly step: number | null;
  readonly value: number;
}

/** More than this per log would be a list, not an answer. */
const MOST = 12;

/** The best value per metric and split of a run, what selects a model first. */
export function bestsOf(run: Run): readonly BestValue[] {
  const order = (series: Series) =>
    series.split === 'validation' ? 0 : series.split === 'test' ? 1 : 2;
  return run.series
    .filter(series => series.goal !== null)
    .sort((one, other) => order(one) - order(other))
    .flatMap(series => bestOf(run, series) ?? [])
    .slice(0, MOST * run.logs.length);
}

/** The raw extreme, the earliest on ties; null where every value is NaN or the curve has one point. */
function bestOf(run: Run, series: Series): BestValue | null {
  const values = series.values.view();
  const sign = series.goal === 'max' ? -1 : 1;
  let at = -1;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (Number.isFinite(value) && (at < 0 || value * sign < values[at]! * sign)) at = index;
  }
  if (at < 0) return null;
  const place = (axis: 'epoch' | 'step') => {
    const x = axisValues(run, series, axis)[at] ?? NaN;
    return Number.isFinite(x) ? x : null;
  };
  return {
    metric: series.name,
    split: series.split,
    epoch: place('epoch'),
    step: place('step'),
    value: values[at]!,
  };
}
