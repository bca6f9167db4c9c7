import { type Axis, axisValues } from './axis';
import { type Extent, granularity, scanOf, spreadLabels } from './axisScan';
import { NumberColumn } from './numberColumn';
import { Pyramid } from './pyramid';
import type { Run, Series } from './run';
import { smooth, type Smoother } from './smooth';

/** A curve as it is drawn: x ascending, the values that go with it, and what is known about ranges of them. */
export interface Curve {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly pyramid: Pyramid;
}

/** x of every value, in the order of the log. */
interface Placed {
  readonly places: Float64Array;
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
export function drawnAxis(run: Run, series: Series, axis: Axis): Float64Array {
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
  const made = curveFrom(curve.xs, smooth(curve.ys, weight, smoother, curve.xs));
  smoothed.set(curve, { key, curve: made });
  return made;
}

/** A curve of values of its own; x must ascend. */
export function curveFrom(xs: Float64Array, ys: Float64Array): Curve {
  const pyramid = new Pyramid();
  pyramid.extend(ys);
  return { xs, ys, pyramid };
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
    return { places, ascends: ascends(places) };
  }
  // A value in every row: the axis is the column itself.
  const column = run.rows[axis];
  const known = whole.get(column);
  if (known?.places.length === count) return known;
  const places = column.view().subarray(0, count);
  const placed = { places, ascends: ascends(places) };
  whole.set(column, placed);
  return placed;
}

function ascends(places: Float64Array): boolean {
  let last = -Infinity;
  for (const x of places) {
    if (!(x >= last)) return false;
    last = x;
  }
  return true;
}

function drawn(series: Series, known: Kept): Curve {
  const ys = series.values.view();
  const { places, ascends } = known.placed;
  if (ascends) {
    let pyramid = pyramids.get(series.values);
    if (pyramid === undefined) pyramids.set(series.values, (pyramid = new Pyramid()));
    pyramid.extend(ys);
    return { xs: places, ys, pyramid };
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

  take(places: Float64Array, values: Float64Array): Curve {
    if (!this.#append(places, values)) this.#sort(places, values);
    this.#taken = values.length;
    const ys = this.#ys.view();
    this.#pyramid.extend(ys);
    return { xs: this.#xs.view(), ys, pyramid: this.#pyramid };
  }

  /** False when something new belongs before what is there. */
  #append(places: Float64Array, values: Float64Array): boolean {
    if (this.#taken === 0) return false;
    let last = this.#xs.at(this.#xs.length - 1);
    for (let at = this.#taken; at < values.length; at++) {
      const x = places[at]!;
      if (x < last) return false;
      if (Number.isNaN(x)) continue;
      this.#xs.push(x);
      this.#ys.push(values[at]!);
      last = x;
    }
    return true;
  }

  #sort(places: Float64Array, values: Float64Array): void {
    const order: number[] = [];
    places.forEach((x, at) => {
      if (!Number.isNaN(x)) order.push(at);
    });
    order.sort((a, b) => places[a]! - places[b]! || a - b);
    this.#xs = new NumberColumn();
    this.#ys = new NumberColumn();
    this.#pyramid = new Pyramid();
    for (const at of order) {
      this.#xs.push(places[at]!);
      this.#ys.push(values[at]!);
    }
  }
}
