import type { Axis } from './axis';
import { type Extent, granularity, scanOf } from './axisScan';
import type { Points } from './decimate';
import { GrowingPlaces, type Placed, type Places, WholePlaces } from './growingPlaces';
import { NumberColumn } from './numberColumn';
import { Pyramid } from './pyramid';
import type { Run, Series } from './run';
import { smooth, type Smoother } from './smooth';
import { SortedPoints } from './sortedPoints';

export type { Places } from './growingPlaces';

/** A curve as it is drawn: x ascending, the values that go with it, and what is known about ranges of them. */
export interface Curve extends Points {
  readonly pyramid: Pyramid;
}

/** What is known of a series on an axis, as long as neither changes. */
interface Kept {
  readonly count: number;
  /** The column that the axis is read from. */
  readonly column: NumberColumn;
  readonly placed: Placed;
  /** Null where the axis is drawn by as it is. */
  readonly own: GrowingPlaces | null;
  /** Null until it is drawn. */
  curve: Curve | null;
  /** Of curves whose x goes back: the points in the order of x. */
  sorted: SortedPoints | null;
}

/** Columns outlive the runs and series around them, which are made anew at every reading. */
const kept = new WeakMap<NumberColumn, Map<Axis, Kept>>();
/** Of series with a value in every row. */
const whole = new WeakMap<NumberColumn, WholePlaces>();
const pyramids = new WeakMap<NumberColumn, Pyramid>();
const smoothed = new WeakMap<Curve, { readonly key: string; readonly curve: Curve }>();

/**
 * Where every value of a series is drawn, in the order of the log: the values of one epoch are spread over it, so that its
 * last stands at its label. NaN where the log does not say. Not to be changed: others draw by it.
 */
export function drawnAxis(run: Run, series: Series, axis: Axis): Places {
  return keptOf(run, series, axis).placed.places;
}

/** Whether the values of a series are drawn in the order of the log, none left out. */
export function isInOrder(run: Run, series: Series, axis: Axis): boolean {
  return keptOf(run, series, axis).placed.ascends;
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
  const before = known?.column === column ? known : null;
  if (before?.count === series.count) return before;
  const fresh = keptAnew(series, column, before, isSpread(run, series, axis));
  axes.set(axis, fresh);
  return fresh;
}

function keptAnew(
  { rows, count }: Series,
  column: NumberColumn,
  before: Kept | null,
  spread: boolean,
): Kept {
  // A value in every row: the axis is the column itself.
  const isWhole = !spread && rows.at(0) === 0 && rows.at(count - 1) === count - 1;
  const same = before?.own?.isSpread === spread ? before.own : new GrowingPlaces(spread);
  const own = isWhole ? null : same;
  const placed = own ? own.take(rows, column) : wholePlaces(column, count);
  const sorted = before?.own === own ? before.sorted : null;
  return { count, column, placed, own, curve: null, sorted };
}

/** Whether the values of one label are drawn apart from each other. */
function isSpread(run: Run, series: Series, axis: Axis): boolean {
  return axis === 'epoch' && granularity(run, series) !== 'epoch';
}

function wholePlaces(column: NumberColumn, count: number): Placed {
  const known = whole.get(column) ?? new WholePlaces(column);
  whole.set(column, known);
  return known.take(count);
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
  known.sorted ??= new SortedPoints();
  return known.sorted.take(known.placed, ys);
}
