import type { XAxis } from '../../core/protocol';
import type { Axis } from '../../core/run/axis';
import { NumberColumn } from '../../core/run/numberColumn';
import { axisExtent, curveOf, drawnAxis, type Curve, type Places } from '../../core/run/curve';
import { upperBound } from '../../core/run/decimate';
import type { Run, Series } from '../../core/run/run';

/** Seconds since 1970 of a time that is a date: from 1990 on. */
const DATES = 631_152_000;

/** The axis of the run that an axis of the panel shows. */
export function axisOf(axis: XAxis): Axis {
  return axis === 'wall' ? 'time' : axis;
}

const origins = new WeakMap<NumberColumn, { readonly count: number; readonly origin: number }>();

/** What times count from: the smallest one logged; 0 on every other axis. NaN when the log says no time. */
export function originOf(run: Run, axis: XAxis): number {
  if (axis !== 'time') return 0;
  const { time } = run.rows;
  const known = origins.get(time);
  let origin = known?.origin ?? NaN;
  const timeOf = time.reader();
  for (let at = known?.count ?? 0; at < time.length; at++) {
    const value = timeOf(at);
    if (!(value >= origin) && !Number.isNaN(value)) origin = value;
  }
  origins.set(time, { count: time.length, origin });
  return origin;
}

/** Where each value of a series lies on an axis of the panel, in its order; NaN where the log does not say. Not to be changed. */
export function placesOf(run: Run, series: Series, axis: XAxis): Places {
  return since(originOf(run, axis), drawnAxis(run, series, axisOf(axis)));
}

function since(origin: number, places: Places): Places {
  if (origin === 0) return places;
  const { xs, length } = places;
  return {
    xs: NumberColumn.of(Float64Array.from({ length }, (_, at) => xs.at(at) - origin)),
    length,
  };
}

const moved = new WeakMap<Curve, Curve>();

/** A series as it is drawn on an axis of the panel; the same object until it grows. */
export function placedCurve(run: Run, series: Series, axis: XAxis): Curve {
  const curve = curveOf(run, series, axisOf(axis));
  if (axis !== 'time') return curve;
  const known = moved.get(curve);
  if (known) return known;
  const made = { ...curve, ...since(originOf(run, axis), curve) };
  moved.set(curve, made);
  return made;
}

/** Whether the values of a series have places on an axis. */
export function hasPlaces(run: Run, series: Series, axis: XAxis): boolean {
  return Number.isFinite(axisExtent(run, series, axisOf(axis)).from);
}

/** From the first to the last place of any value; null when no value has one, or time stands still. */
export function extentOn(run: Run, axis: XAxis): { from: number; to: number } | null {
  let [from, to] = [Infinity, -Infinity];
  for (const series of run.series) {
    const extent = axisExtent(run, series, axisOf(axis));
    from = Math.min(from, extent.from);
    to = Math.max(to, extent.to);
  }
  const isTime = axis === 'time' || axis === 'wall';
  const isAxis = isTime ? from < to : from <= to;
  if (!isAxis || !Number.isFinite(to - from)) return null;
  if (axis === 'wall' && from < DATES) return null;
  const origin = originOf(run, axis);
  return { from: from - origin, to: to - origin };
}

/** The smallest place above 0, where a logarithmic axis begins; null without one. */
export function smallestPositive(run: Run, axis: XAxis): number | null {
  const origin = originOf(run, axis);
  const smallest = run.series.reduce((least, series) => {
    const { positive } = axisExtent(run, series, axisOf(axis));
    return Math.min(least, axis === 'time' ? secondTime(run, series, origin) : positive);
  }, Infinity);
  return Number.isFinite(smallest) ? smallest : null;
}

/** The first time after the origin at which a series has a value. */
function secondTime(run: Run, series: Series, origin: number): number {
  const curve = placedCurve(run, series, 'time');
  const at = upperBound(curve, 0);
  return at === curve.length || Number.isNaN(origin) ? Infinity : curve.xs.at(at);
}
