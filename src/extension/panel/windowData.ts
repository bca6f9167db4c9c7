import type { AnalysedRun } from '../../core/project/project';
import type { LineRequest, WindowData, WindowRequest } from '../../core/protocol';
import { meanOf } from '../../core/run/combine';
import { curveFrom, smoothedCurve, type Curve } from '../../core/run/curve';
import { usualRange } from '../../core/run/usualRange';
import { countsIn, CurveWindow, type WindowRange } from '../../core/run/window';
import { isWithinNoise, lineCurves } from './lineCurves';

/** What one answer may weigh: the way to a page is slow, the slowest over a remote connection. */
const MOST_BYTES = 200_000;
/** Two points a column, two doubles a point; a third point where values are not finite. */
const BYTES_A_COLUMN = 32;
const BYTES_WITH_GAPS = 48;
/** The points beyond either edge. */
const BYTES_A_LINE = 32;

/** A line with everything that is drawn of it. */
interface Drawn {
  readonly points: Curve;
  readonly smoothed: Curve | null;
  readonly band: readonly Curve[];
  readonly isWithinNoise: boolean;
}

const nothing = (): Drawn => ({
  points: curveFrom(new Float64Array(), new Float64Array()),
  smoothed: null,
  band: [],
  isWithinNoise: false,
});

/**
 * The points of a window, packed into one array of exactly their size: a view would drag its whole buffer along.
 * Many lines share `MOST_BYTES` by coarser columns. Of lines that there are not there are no points.
 */
export function windowData(
  runs: readonly AnalysedRun[],
  request: WindowRequest,
  id: number,
): WindowData {
  const lines = request.lines.map(line => drawnOf(runs, line, request));
  const curves = lines.flatMap(({ points, smoothed, band }) => [points, smoothed, ...band]);
  const window = new CurveWindow(rangeOf(request, curves));
  const parts = lines.map(line => partsOf(line, window));
  const counts = lines.map(({ points }) => countsIn(points, request));
  return {
    request: id,
    packed: pack(parts.flatMap(({ points, smoothed, band }) => [points, smoothed, ...band])),
    counts: parts.map(({ points }) => points.length / 2),
    smoothed: parts.map(({ smoothed }) => smoothed.length / 2),
    bands: parts.map(({ band }) => (band[0]?.length ?? 0) / 2),
    usual: request.robust ? lines.flatMap(({ points }) => usualRange(points, request)) : [],
    withinNoise: lines.map(line => line.isWithinNoise),
    drawn: parts.reduce((sum, { points }) => sum + countIn(points, request), 0),
    total: counts.reduce((sum, { points }) => sum + points, 0),
    notFinite: counts.reduce((sum, { notFinite }) => sum + notFinite, 0),
  };
}

function drawnOf(
  runs: readonly AnalysedRun[],
  line: LineRequest,
  { x, smoothing, smoother }: WindowRequest,
): Drawn {
  const curves = lineCurves(runs, line, x);
  const [first] = curves;
  if (!first) return nothing();
  const mean = curves.length > 1 ? meanOf(curves) : null;
  const points = mean?.mean ?? first;
  return {
    points,
    smoothed: smoothing > 0 ? smoothedCurve(points, smoothing, smoother) : null,
    band: mean ? [mean.low, mean.high] : [],
    isWithinNoise: line.minus !== null && isWithinNoise(points),
  };
}

/** As many columns as asked for, fewer where all of them would weigh too much. */
function rangeOf(request: WindowRequest, curves: readonly (Curve | null)[]): WindowRange {
  const weights = curves.map(curve => {
    if (curve === null || curve.length === 0) return 0;
    return curve.pyramid.notFinite(0, curve.length) > 0 ? BYTES_WITH_GAPS : BYTES_A_COLUMN;
  });
  const column = weights.reduce<number>((sum, weight) => sum + weight, 0);
  const edges = weights.filter(weight => weight > 0).length * BYTES_A_LINE;
  const most = column === 0 ? request.width : Math.floor((MOST_BYTES - edges) / column);
  return { ...request, width: Math.max(1, Math.min(request.width, most)) };
}

interface Parts {
  readonly points: Float64Array;
  readonly smoothed: Float64Array;
  readonly band: readonly Float64Array[];
}

function partsOf({ points, smoothed, band }: Drawn, window: CurveWindow): Parts {
  return {
    points: window.of(points),
    smoothed: smoothed ? window.of(smoothed) : new Float64Array(),
    band: sameLength(band.map(edge => window.of(edge))),
  };
}

/** The edges of a band bring as many points as each other: where one has fewer, its last one again. */
function sameLength(edges: readonly Float64Array[]): readonly Float64Array[] {
  const longest = Math.max(...edges.map(edge => edge.length));
  return edges.map(edge => {
    if (edge.length === longest) return edge;
    const longer = new Float64Array(longest);
    longer.set(edge);
    for (let i = edge.length; i < longest; i++) longer[i] = edge[edge.length - 2 + (i % 2)]!;
    return longer;
  });
}

/** How many of packed points lie in the window. */
function countIn(points: Float64Array, { from, to }: WindowRequest): number {
  let count = 0;
  for (let i = 0; i < points.length; i += 2) {
    if (points[i]! >= (from ?? -Infinity) && points[i]! <= (to ?? Infinity)) count++;
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
