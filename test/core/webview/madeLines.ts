import type { AxisView } from '../../../src/core/protocol';
import type { Line } from '../../../src/webview/lines';

const none = new Float64Array();

/** A line of points x0 y0 x1 y1 …, nothing smoothed, no spread. */
export function lineOf(...points: number[]): Line {
  return {
    points: Float64Array.from(points),
    smoothed: none,
    low: none,
    high: none,
    usual: [NaN, NaN],
  };
}

/** An axis from `from` to `to` with nothing marked on it. */
export function axisOf(from: number, to: number, axis: AxisView['axis'] = 'epoch'): AxisView {
  const positive = from > 0 ? from : 1;
  return { axis, label: axis, from, to, positive, marks: [], forecast: null, patience: [] };
}
