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
  const inner = lowerBound(xs, range.from);
  const outer = upperBound(xs, range.to);
  const first = Math.max(0, inner - 1);
  const end = Math.min(xs.length, outer + 1);
  const width = Math.max(1, Math.floor(range.width));
  const packed = new Packed();
  const few = end - first <= 2 * width;
  for (let at = first; at < (few ? end : inner); at++) packed.add(xs, ys, at);
  if (few) return packed.array();
  const pixel = (range.to - range.from) / width;
  for (let column = 1, start = inner; column <= width; column++) {
    const stop = column === width ? outer : lowerBound(xs, range.from + column * pixel);
    if (stop > start) addColumn(packed, xs, ys, start, stop, extremes);
    start = Math.max(start, stop);
  }
  for (let at = outer; at < end; at++) packed.add(xs, ys, at);
  return packed.array();
}

/** First index whose x is above `x`; xs ascending. */
function upperBound(xs: Float64Array, x: number): number {
  let at = lowerBound(xs, x);
  while (at < xs.length && xs[at] === x) at++;
  return at;
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
