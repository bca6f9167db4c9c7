import type { AnalysedRun } from '../../core/project/project';
import type { WindowData, WindowRequest } from '../../core/protocol';
import type { Run, Series } from '../../core/run/run';
import { smoothedWindowOf, windowOf, type WindowRange } from '../../core/run/window';
import { originOf, placesOf } from './panelAxis';

/** What one answer may weigh: the way to a page is slow, the slowest over a remote connection. */
const MOST_BYTES = 200_000;
/** Two points a column, two doubles a point. */
const BYTES_A_COLUMN = 32;

/**
 * The points of a window, packed into one array of exactly their size: a view would drag its whole buffer along.
 * Many series share `MOST_BYTES` by coarser columns. Series that the run does not have are left out.
 */
export function windowData(
  runs: readonly AnalysedRun[],
  request: WindowRequest,
  id: number,
): WindowData {
  const run = runs[request.run]?.run;
  const wanted = run ? request.series.filter(index => run.series[index]) : [];
  const lines = run ? wanted.map(index => lineOf(run, run.series[index]!, request, wanted)) : [];
  return {
    request: id,
    packed: pack(lines.flatMap(({ points, smoothed }) => [points, smoothed])),
    series: wanted,
    counts: lines.map(({ points }) => points.length / 2),
    smoothed: lines.map(({ smoothed }) => smoothed.length / 2),
    drawn: lines.reduce((sum, { drawn }) => sum + drawn, 0),
    total: lines.reduce((sum, { total }) => sum + total, 0),
  };
}

interface PackedLine {
  readonly points: Float64Array;
  readonly smoothed: Float64Array;
  readonly drawn: number;
  readonly total: number;
}

function lineOf(
  run: Run,
  series: Series,
  request: WindowRequest,
  wanted: readonly number[],
): PackedLine {
  const { x, smoothing } = request;
  const origin = originOf(run, x);
  const width = columnsOf(request.width, wanted.length * (smoothing > 0 ? 2 : 1));
  const range: WindowRange = {
    from: request.from === null ? null : request.from + origin,
    to: request.to === null ? null : request.to + origin,
    width,
  };
  const points = shifted(windowOf(run, series, x, range), origin);
  const smoothed =
    smoothing > 0 ? smoothedWindowOf(run, series, x, range, smoothing) : new Float64Array();
  const drawn = countIn(points, 2, request);
  const total = countIn(placesOf(run, series, x), 1, request);
  return { points, smoothed: shifted(smoothed, origin), drawn, total };
}

function columnsOf(width: number, lines: number): number {
  return Math.max(1, Math.min(width, Math.floor(MOST_BYTES / (BYTES_A_COLUMN * lines))));
}

/** Moves the x of packed points, in place. */
function shifted(points: Float64Array, origin: number): Float64Array {
  if (origin !== 0) for (let i = 0; i < points.length; i += 2) points[i]! -= origin;
  return points;
}

/** How many of the x that stand at every `stride`th place lie in the window; NaN lies nowhere. */
function countIn(xs: Float64Array, stride: 1 | 2, { from, to }: WindowRequest): number {
  let count = 0;
  for (let i = 0; i < xs.length; i += stride) {
    if (xs[i]! >= (from ?? -Infinity) && xs[i]! <= (to ?? Infinity)) count++;
  }
  return count;
}

function pack(parts: readonly Float64Array[]): Float64Array {
  const packed = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}
