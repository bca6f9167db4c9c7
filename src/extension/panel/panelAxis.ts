import type { XAxis } from '../../core/protocol';
import type { Run, Series } from '../../core/run/run';
import { drawnAxis } from '../../core/run/window';

/** What times count from: the smallest one logged; 0 on every other axis. NaN when the log says no time. */
export function originOf(run: Run, axis: XAxis): number {
  if (axis !== 'time') return 0;
  let origin = NaN;
  for (const time of run.rows.time.view()) {
    if (!(time >= origin) && !Number.isNaN(time)) origin = time;
  }
  return origin;
}

/** Where each value of a series lies on an axis of the panel, in its order; NaN where the log does not say. A new array. */
export function placesOf(run: Run, series: Series, axis: XAxis): Float64Array {
  const places = drawnAxis(run, series, axis);
  const origin = originOf(run, axis);
  return origin === 0 ? places : places.map(place => place - origin);
}

/** From the first to the last place of any value; null when no value has one, or time stands still. */
export function extentOn(run: Run, axis: XAxis): { from: number; to: number } | null {
  // Only on the axis of epochs are values drawn elsewhere than their rows say; the others are read off the rows.
  const columns =
    axis === 'epoch'
      ? run.series.map(series => placesOf(run, series, axis))
      : [run.rows[axis].view()];
  let [from, to] = [Infinity, -Infinity];
  for (const column of run.series.length > 0 ? columns : []) {
    for (const place of column) {
      if (place < from) from = place;
      if (place > to) to = place;
    }
  }
  const isAxis = axis === 'time' ? from < to : from <= to;
  if (!isAxis || !Number.isFinite(to - from)) return null;
  const origin = originOf(run, axis);
  return { from: from - origin, to: to - origin };
}
