import type { Mapping } from './picture';

/** The lowest and highest pixel of a line in every column of device pixels; NaN where it has none. */
export interface Columns {
  /** Left edge of the first column, and the width of each, in CSS pixels. */
  readonly left: number;
  readonly width: number;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * A line as the stretch it covers in each pixel column: what a dense line looks like, and many times faster to paint than
 * its zigzag. Between two points it is straight; what has no place leaves a gap.
 */
export function columnsOf(points: Float64Array, map: Mapping, perPixel: number): Columns {
  const count = Math.max(1, Math.ceil((map.right - map.left) * perPixel));
  const high = new Float64Array(count).fill(Infinity);
  const low = new Float64Array(count).fill(-Infinity);
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < points.length; i += 2) {
    const x = (map.x(points[i]!) - map.left) * perPixel;
    const y = map.y(points[i + 1]!);
    if (Number.isFinite(y)) {
      if (Number.isNaN(lastY)) cover(high, low, x, y);
      else coverSegment(high, low, lastX, lastY, x, y);
      [lastX, lastY] = [x, y];
    } else lastY = NaN;
  }
  return { left: map.left, width: 1 / perPixel, high, low };
}

function cover(high: Float64Array, low: Float64Array, x: number, y: number): void {
  const column = Math.floor(x);
  if (column < 0 || column >= high.length) return;
  if (y < high[column]!) high[column] = y;
  if (y > low[column]!) low[column] = y;
}

/** Covers the columns from one point to the next, which is not to the left of it. */
function coverSegment(
  high: Float64Array,
  low: Float64Array,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  cover(high, low, x0, y0);
  cover(high, low, x1, y1);
  const slope = (y1 - y0) / (x1 - x0);
  const last = Math.min(Math.floor(x1), high.length - 1);
  for (let column = Math.max(0, Math.floor(x0)); column < last; column++) {
    // Where the line leaves this column it enters the next.
    const edge = column + 1;
    const y = y0 + slope * (edge - x0);
    cover(high, low, column, y);
    cover(high, low, edge, y);
  }
}
