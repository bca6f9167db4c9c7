import type { AnalysedRun } from '../../core/project/project';
import type { Places, SeriesRef, XAxis } from '../../core/protocol';
import { isInOrder } from '../../core/run/curve';
import type { Points } from '../../core/run/decimate';
import type { IndexColumn } from '../../core/run/indexColumn';
import type { NumberColumn } from '../../core/run/numberColumn';
import type { Run } from '../../core/run/run';
import { axisOf, extentOn, originOf, placedCurve, placesOf } from './panelAxis';

/** The row of the value of a series that is drawn nearest to `at` on an axis, the first of equals; null without one. */
export function rowOfPoint(
  runs: readonly AnalysedRun[],
  { run, series }: SeriesRef,
  axis: XAxis,
  at: number,
): number | null {
  const of = runs[run]?.run;
  const one = of?.series[series];
  if (!of || !one) return null;
  if (isInOrder(of, one, axisOf(axis))) {
    const found = nearestIndex(placedCurve(of, one, axis), at);
    return found < 0 ? null : one.rows.at(found);
  }
  let [found, distance] = [-1, Infinity];
  const { xs, length } = placesOf(of, one, axis);
  for (let i = 0; i < length; i++) {
    const away = Math.abs(xs.at(i) - at);
    if (away < distance) [found, distance] = [i, away];
  }
  return found < 0 ? null : one.rows.at(found);
}

/** The first of the points nearest to a place, of points that ascend; -1 without any. */
function nearestIndex({ xs, length }: Points, at: number): number {
  if (length === 0) return -1;
  const after = Math.min(firstFrom(xs, length, at), length - 1);
  const before = after > 0 ? firstFrom(xs, length, xs.at(after - 1)) : 0;
  return at - xs.at(before) <= xs.at(after) - at ? before : after;
}

/** The first of ascending places at or after `at`; their number where there is none. */
function firstFrom(xs: NumberColumn, length: number, at: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs.at(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The run and row that stand at a line (1-based) of a log, or the last before it; null where nothing was read until there. */
export function rowOfLine(
  runs: readonly AnalysedRun[],
  isLog: (path: string) => boolean,
  line: number,
): { readonly run: number; readonly row: number } | null {
  let found: { readonly run: number; readonly row: number } | null = null;
  let nearest = 0;
  runs.forEach(({ run }, index) => {
    const log = run.logs.findIndex(isLog);
    if (log < 0) return;
    const row = lastRowUntil(run, log, line);
    const at = row < 0 ? 0 : run.rows.line.at(row);
    if (at > nearest) {
      found = { run: index, row };
      nearest = at;
    }
  });
  return found;
}

/** Lines ascend within a log, so of one log the last row is found by halving; of several the rows are looked at one by one. */
function lastRowUntil({ rows, logs }: Run, log: number, line: number): number {
  if (logs.length > 1) {
    let [found, best] = [-1, 0];
    for (let row = 0; row < rows.count; row++) {
      const at = rows.line.at(row);
      if (rows.log.at(row) === log && at <= line && at > best) [found, best] = [row, at];
    }
    return found;
  }
  let [low, high] = [0, rows.count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.line.at(middle) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a row is drawn, on each axis that it has a place on. */
export function placesOfRow(run: Run, row: number): Places {
  const axes: readonly XAxis[] = ['epoch', 'step', 'time', 'wall'];
  const places = axes.flatMap(axis => {
    if (extentOn(run, axis) === null) return [];
    const at = placeOn(run, axis, row);
    return Number.isFinite(at) ? [[axis, at] as const] : [];
  });
  return Object.fromEntries(places);
}

/** Values within an epoch are drawn spread over it: where the first series with a value in the row has it. */
function placeOn(run: Run, axis: XAxis, row: number): number {
  for (const series of run.series) {
    const at = indexOfRow(series.rows, row);
    if (at >= 0) return placesOf(run, series, axis).xs.at(at);
  }
  const column = axis === 'wall' ? run.rows.time : run.rows[axis];
  return column.at(row) - originOf(run, axis);
}

function indexOfRow(rows: IndexColumn, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.at(middle) < row) low = middle + 1;
    else high = middle;
  }
  return rows.at(low) === row ? low : -1;
}
