import { type Axis, axisValues, granularity } from './axis';
import type { NumberColumn } from './columns';
import { decimate } from './decimate';
import { Pyramid } from './pyramid';
import type { Run, Series } from './run';
import { smooth } from './smooth';

/** What of a curve is asked for: null is the curve's own end. `width` in device pixels. */
export interface WindowRange {
  readonly from: number | null;
  readonly to: number | null;
  readonly width: number;
}

/** A curve as it is drawn: x ascending, and the values that go with it. */
interface Drawn {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Whether `ys` is the series' own column, so that its pyramid fits. */
  readonly whole: boolean;
}

/** Pyramids live as long as the columns they stand on; the series around a column are made anew at every reading. */
const pyramids = new WeakMap<NumberColumn, Pyramid>();

function pyramidOf(series: Series): Pyramid {
  let pyramid = pyramids.get(series.values);
  if (pyramid === undefined) pyramids.set(series.values, (pyramid = new Pyramid()));
  pyramid.extend(series.values.view());
  return pyramid;
}

/** x of every value for drawing: the values of one epoch are spread over it, so that its last stands at its label. */
export function drawnAxis(run: Run, series: Series, axis: Axis): Float64Array {
  const xs = axisValues(run, series, axis);
  if (axis !== 'epoch' || granularity(run, series) === 'epoch') return xs;
  let usual = 0;
  for (let start = 0; start < xs.length;) {
    const label = xs[start]!;
    let end = start + 1;
    while (end < xs.length && xs[end] === label) end++;
    const count = end - start;
    // The last epoch may not be complete: it is as long as the longest so far.
    usual = Math.max(usual, count);
    const parts = end === xs.length ? usual : count;
    if (count > 1 && Number.isInteger(label)) {
      for (let at = start; at < end; at++) xs[at] = label - 1 + (at - start + 1) / parts;
    }
    start = end;
  }
  return xs;
}

/** Points in the order of x; those whose x the log does not say are left out. */
function ordered(xs: Float64Array, ys: Float64Array): Drawn {
  let ascending = true;
  for (let at = 0; at < xs.length && ascending; at++) {
    ascending = at === 0 ? !Number.isNaN(xs[0]) : xs[at]! >= xs[at - 1]!;
  }
  if (ascending) return { xs, ys, whole: true };
  const order = Array.from(xs.keys()).filter(at => !Number.isNaN(xs[at]));
  order.sort((a, b) => xs[a]! - xs[b]! || a - b);
  return {
    xs: Float64Array.from(order, at => xs[at]!),
    ys: Float64Array.from(order, at => ys[at]!),
    whole: false,
  };
}

function draw(drawn: Drawn, range: WindowRange, pyramid: Pyramid | null): Float64Array {
  const { xs, ys } = drawn;
  if (xs.length === 0) return new Float64Array();
  let fitting = pyramid;
  if (fitting === null) {
    fitting = new Pyramid();
    fitting.extend(ys);
  }
  const from = range.from ?? xs[0]!;
  const to = range.to ?? xs.at(-1)!;
  return decimate(xs, ys, { from, to, width: range.width }, fitting);
}

/**
 * The points of a series to draw in a window, packed x0 y0 x1 y1 …, exact: smallest and largest of every pixel column
 * on the full data (see `decimate`).
 */
export function windowOf(run: Run, series: Series, axis: Axis, range: WindowRange): Float64Array {
  const drawn = ordered(drawnAxis(run, series, axis), series.values.view());
  return draw(drawn, range, drawn.whole ? pyramidOf(series) : null);
}

/** As `windowOf`, of the curve smoothed as TensorBoard smooths it; computed on the full data. */
export function smoothedWindowOf(
  run: Run,
  series: Series,
  axis: Axis,
  range: WindowRange,
  weight: number,
): Float64Array {
  const drawn = ordered(drawnAxis(run, series, axis), series.values.view());
  return draw({ ...drawn, ys: smooth(drawn.ys, weight) }, range, null);
}
