import type { Extremes } from './pyramid';

/** Where the extremes of a range of values stand; a Pyramid, or a scan of an array. */
export interface RangeExtremes {
  extremes(from: number, to: number): Extremes;
}

/** First index whose x is not below `x`; xs ascending. */
export function lowerBound(xs: Float64Array, x: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects points as x0 y0 x1 y1 …. */
class Packed {
  readonly #data: number[] = [];

  add(xs: Float64Array, ys: Float64Array, at: number): void {
    this.#data.push(xs[at]!, ys[at]!);
  }

  array(): Float64Array {
    return Float64Array.from(this.#data);
  }
}

/**
 * The points of a curve to draw between `from` and `to` on `width` pixels, packed x0 y0 x1 y1 …: the smallest and
 * largest value of every pixel column in their order, a point without a finite value where a whole column has
 * none, and one point beyond either edge. All of them where they are few. xs must ascend.
 */
export function decimate(
  xs: Float64Array,
  ys: Float64Array,
  range: { from: number; to: number; width: number },
  extremes: RangeExtremes,
): Float64Array {
  const first = Math.max(0, lowerBound(xs, range.from) - 1);
  let end = lowerBound(xs, range.to);
  // Include what lies exactly on the edge, and one point beyond.
  while (end < xs.length && xs[end] === range.to) end++;
  end = Math.min(xs.length, end + 1);
  const packed = new Packed();
  const width = Math.max(1, Math.floor(range.width));
  if (end - first <= 2 * width) {
    for (let at = first; at < end; at++) packed.add(xs, ys, at);
    return packed.array();
  }
  const pixel = (range.to - range.from) / width;
  const inner = Math.max(first, lowerBound(xs, range.from));
  for (let at = first; at < inner; at++) packed.add(xs, ys, at);
  let start = inner;
  for (let column = 1; column <= width && start < end; column++) {
    const stop =
      column === width ? innerEnd(xs, range.to, end) : lowerBound(xs, range.from + column * pixel);
    if (stop > start) addColumn(packed, xs, ys, start, stop, extremes);
    start = Math.max(start, stop);
  }
  for (let at = start; at < end; at++) packed.add(xs, ys, at);
  return packed.array();
}

/** Where the points beyond the right edge begin. */
function innerEnd(xs: Float64Array, to: number, end: number): number {
  return end > 0 && xs[end - 1]! > to ? end - 1 : end;
}

function addColumn(
  packed: Packed,
  xs: Float64Array,
  ys: Float64Array,
  start: number,
  stop: number,
  extremes: RangeExtremes,
): void {
  const { min, max } = extremes.extremes(start, stop);
  if (min < 0) {
    packed.add(xs, ys, start);
    return;
  }
  packed.add(xs, ys, Math.min(min, max));
  if (min !== max) packed.add(xs, ys, Math.max(min, max));
}
