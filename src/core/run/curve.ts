import { type Axis, axisValues } from './axis';
import { type Extent, granularity, scanOf, spreadLabels } from './axisScan';
import { NumberColumn } from './numberColumn';
import type { Points } from './decimate';
import { Pyramid } from './pyramid';
import type { Run, Series } from './run';
import { smooth, type Smoother } from './smooth';

/** A curve as it is drawn: x ascending, the values that go with it, and what is known about ranges of them. */
export interface Curve extends Points {
  readonly pyramid: Pyramid;
}

/** Where the values of a series are drawn, in the order of the log: the first `length` of a column. NaN where the log does not say. */
export type Places = Pick<Points, 'xs' | 'length'>;

/** x of every value, in the order of the log. */
interface Placed {
  readonly places: Places;
  /** Whether no x is smaller than the one before, or missing. */
  readonly ascends: boolean;
}

/** What is known of a series on an axis, as long as neither changes. */
interface Kept {
  readonly count: number;
  /** The column that the axis is read from. */
  readonly column: NumberColumn;
  readonly placed: Placed;
  /** Null until it is drawn. */
  curve: Curve | null;
  /** Of curves whose x goes back: the points in the order of x. */
  sorted: Sorted | null;
}

/** Columns outlive the runs and series around them, which are made anew at every reading. */
const kept = new WeakMap<NumberColumn, Map<Axis, Kept>>();
/** Of series with a value in every row. */
const whole = new WeakMap<NumberColumn, Placed>();
const pyramids = new WeakMap<NumberColumn, Pyramid>();
const smoothed = new WeakMap<Curve, { readonly key: string; readonly curve: Curve }>();

/**
 * Where every value of a series is drawn, in the order of the log: the values of one epoch are spread over it, so that its
 * last stands at its label. NaN where the log does not say. Not to be changed: others draw by it.
 */
export function drawnAxis(run: Run, series: Series, axis: Axis): Places {
  return keptOf(run, series, axis).placed.places;
}

/** The smallest and the largest x of a series, without drawing it; `from` > `to` where the log does not say any. */
export function axisExtent(run: Run, series: Series, axis: Axis): Extent {
  const scan = scanOf(run, series, axis);
  return isSpread(run, series, axis) ? scan.spreadExtent : scan.extent;
}

/** A series as it is drawn on an axis; values whose x the log does not say are left out. The same object until it grows. */
export function curveOf(run: Run, series: Series, axis: Axis): Curve {
  const known = keptOf(run, series, axis);
  known.curve ??= drawn(series, known);
  return known.curve;
}

/** A curve smoothed for the eye (see `smooth`); the last way asked for is kept. */
export function smoothedCurve(curve: Curve, weight: number, smoother: Smoother): Curve {
  const key = `${smoother} ${weight}`;
  const known = smoothed.get(curve);
  if (known?.key === key) return known.curve;
  const { xs, ys } = arraysOf(curve);
  const made = curveOn(curve, smooth(ys, weight, smoother, xs));
  smoothed.set(curve, { key, curve: made });
  return made;
}

/** A curve of values of its own; x must ascend. */
export function curveFrom(xs: Float64Array, ys: Float64Array): Curve {
  return curveOn({ xs: NumberColumn.of(xs), length: xs.length }, ys);
}

/** A curve of other values at the same x. */
function curveOn({ xs, length }: Places, values: Float64Array): Curve {
  const ys = NumberColumn.of(values);
  const pyramid = new Pyramid();
  pyramid.extend(ys);
  return { length, xs, ys, pyramid };
}

/** The points of a curve as arrays, not to be changed: for what needs all of them. */
export function arraysOf({ xs, ys, length }: Points): {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
} {
  return { xs: xs.glance().subarray(0, length), ys: ys.glance().subarray(0, length) };
}

function keptOf(run: Run, series: Series, axis: Axis): Kept {
  const axes = kept.get(series.values) ?? new Map<Axis, Kept>();
  kept.set(series.values, axes);
  const column = run.rows[axis];
  const known = axes.get(axis);
  if (known?.count === series.count && known.column === column) return known;
  const sorted = known?.column === column ? known.sorted : null;
  const placed = placedOf(run, series, axis);
  const fresh = { count: series.count, column, placed, curve: null, sorted };
  axes.set(axis, fresh);
  return fresh;
}

/** Whether the values of one label are drawn apart from each other. */
function isSpread(run: Run, series: Series, axis: Axis): boolean {
  return axis === 'epoch' && granularity(run, series) !== 'epoch';
}

function placedOf(run: Run, series: Series, axis: Axis): Placed {
  const { count, rows } = series;
  const spread = isSpread(run, series, axis);
  if (spread || rows.at(0) !== 0 || rows.at(count - 1) !== count - 1) {
    const places = axisValues(run, series, axis);
    if (spread) spreadLabels(places);
    return placedAt({ xs: NumberColumn.of(places), length: count });
  }
  // A value in every row: the axis is the column itself.
  const column = run.rows[axis];
  const known = whole.get(column);
  if (known?.places.length === count) return known;
  const placed = placedAt({ xs: column, length: count });
  whole.set(column, placed);
  return placed;
}

function placedAt(places: Places): Placed {
  return { places, ascends: ascends(places) };
}

function ascends({ xs, length }: Places): boolean {
  let last = -Infinity;
  for (let at = 0; at < length;) {
    const { values, at: from, end } = xs.stretch(at);
    const to = Math.min(end, from + length - at);
    for (let i = from; i < to; i++) {
      const x = values[i]!;
      if (!(x >= last)) return false;
      last = x;
    }
    at += to - from;
  }
  return true;
}

function drawn(series: Series, known: Kept): Curve {
  const ys = series.values;
  const { places, ascends } = known.placed;
  if (ascends) {
    let pyramid = pyramids.get(ys);
    if (pyramid === undefined) pyramids.set(ys, (pyramid = new Pyramid()));
    pyramid.extend(ys);
    return { ...places, ys, pyramid };
  }
  known.sorted ??= new Sorted();
  return known.sorted.take(places, ys);
}

/** Points in the order of x, though the log has them in another: a run that was resumed. What comes later is put at the end where it belongs there. */
class Sorted {
  #xs = new NumberColumn();
  #ys = new NumberColumn();
  #pyramid = new Pyramid();
  #taken = 0;

  take(places: Places, values: NumberColumn): Curve {
    if (!this.#append(places, values)) this.#sort(places, values);
    this.#taken = places.length;
    this.#pyramid.extend(this.#ys);
    return { length: this.#xs.length, xs: this.#xs, ys: this.#ys, pyramid: this.#pyramid };
  }

  /** False when something new belongs before what is there. */
  #append({ xs, length }: Places, values: NumberColumn): boolean {
    if (this.#taken === 0) return false;
    let last = this.#xs.at(this.#xs.length - 1);
    for (let at = this.#taken; at < length; at++) {
      const x = xs.at(at);
      if (x < last) return false;
      if (Number.isNaN(x)) continue;
      this.#xs.push(x);
      this.#ys.push(values.at(at));
      last = x;
    }
    return true;
  }

  #sort({ xs, length }: Places, values: NumberColumn): void {
    const order: number[] = [];
    for (let at = 0; at < length; at++) if (!Number.isNaN(xs.at(at))) order.push(at);
    order.sort((a, b) => xs.at(a) - xs.at(b) || a - b);
    this.#xs = new NumberColumn();
    this.#ys = new NumberColumn();
    this.#pyramid = new Pyramid();
    for (const at of order) {
      this.#xs.push(xs.at(at));
      this.#ys.push(values.at(at));
    }
  }
}
