import type { XAxis } from './axis';

/** A series of one of the runs: indices into the runs of the log and into `Run.series`. */
export interface SeriesRef {
  readonly run: number;
  readonly series: number;
}

/** A line to draw: one series as it is, the mean of several with their spread, either of them less a baseline. */
export interface LineRequest {
  readonly members: readonly SeriesRef[];
  readonly minus: SeriesRef | null;
}

/** A drawn value: the one of a series that stands nearest to `at` on an axis. */
export interface PointRef {
  readonly series: SeriesRef;
  readonly at: number;
}

/** Where a value stands on each axis that it has a place on. */
export type Places = Readonly<Partial<Record<XAxis, number>>>;

/** Ways to smooth for the eye. */
export type SmootherName = 'ema' | 'time-weighted' | 'running-mean' | 'gaussian';

/** What the panel asks to draw: one window at a width in device pixels; `from` and `to` null: everything. */
export interface WindowRequest {
  readonly lines: readonly LineRequest[];
  readonly x: XAxis;
  /** Columns of equal width on a logarithmic axis. */
  readonly logX: boolean;
  readonly from: number | null;
  readonly to: number | null;
  readonly width: number;
  /** Whether `usual` is wanted. */
  readonly robust: boolean;
  readonly smoothing: number;
  readonly smoother: SmootherName;
}

/**
 * The points of a window. `packed` holds x0 y0 x1 y1 … of the points to draw: for each line of the request first
 * `counts[i]` points as logged, then `smoothed[i]` points of its smoothed line, then `bands[i]` points of the lower and
 * as many of the upper edge of its spread. NaN and infinities are values. A line that there is not has no points.
 */
export interface WindowData {
  /** The `id` this answers. */
  readonly request: number;
  readonly packed: Float64Array;
  readonly counts: readonly number[];
  readonly smoothed: readonly number[];
  readonly bands: readonly number[];
  /** Where nine tenths of the values of a line in the window lie: low and high for each line; NaN without values, empty when it was not asked for. */
  readonly usual: readonly number[];
  /** Of a difference, whether it is within the noise of the runs; false for every other line. */
  readonly withinNoise: readonly boolean[];
  /** Points in `packed` that were logged, how many the window really has, and how many of these are NaN or infinite. */
  readonly drawn: number;
  readonly total: number;
  readonly notFinite: number;
}
