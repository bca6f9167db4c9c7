import type { XAxis } from './axis';

/**
 * A mark in the chart, at `from`–`to` on the axis it is listed under. A mark with a `metric` is drawn only
 * where that metric is; `value` is its height, where it has one. `label` is ready to show.
 */
export interface ChartMark {
  readonly kind: 'best' | 'range' | 'onset' | 'planned' | 'rate' | 'restart' | 'stopped' | 'kept';
  readonly from: number;
  readonly to: number;
  readonly metric: string | null;
  readonly value: number | null;
  readonly severity: 'error' | 'warning' | 'information' | null;
  /** Of the finding that starts here; null for what is no finding. */
  readonly rule: string | null;
  readonly label: string;
}

/** Where a run that is not finished is heading: from its last value at `from` to the planned end. */
export interface ForecastView {
  readonly metric: string;
  readonly from: number;
  readonly last: number;
  readonly to: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** What one patience would have done: where it stops (null: never) and where the weights it keeps are from. */
export interface PatiencePlaces {
  readonly stop: number | null;
  readonly kept: number;
  /** The value there. */
  readonly value: number;
}

/** An axis that the run has values for: its label, its first and last value, and what is drawn on it. */
export interface AxisView {
  readonly axis: XAxis;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** The smallest value above 0, where a logarithmic axis begins; null: it cannot be logarithmic. */
  readonly positive: number | null;
  readonly marks: readonly ChartMark[];
  readonly forecast: ForecastView | null;
  /** For every patience from 1 on, as many as `RunView.patience` has sentences. */
  readonly patience: readonly PatiencePlaces[];
}
