import type { Extremes } from './pyramid';

/** What is known about ranges of values: a `Pyramid`. */
export interface RangeExtremes {
  extremes(from: number, to: number): Extremes;
  notFinite(from: number, to: number): number;
  firstNotFinite(from: number, to: number): number;
}

/** First index at or after `start` whose x is not below `x`; xs ascending. */
export function lowerBound(xs: Float64Array, x: number, start = 0): number {
  // Far ahead in doubling strides: the next column is usually near.
  let low = start;
  for (let stride = 16, at = start; at < xs.length && xs[at]! < x; stride *= 2) {
    low = at + 1;
    at += stride;
    if (at >= xs.length || xs[at]! >= x) return halve(xs, x, low, Math.min(at, xs.length));
  }
  return low;
}

function halve(xs: Float64Array, x: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index whose x is above `x`; xs ascending. */
export function upperBound(xs: Float64Array, x: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects points of a curve as x0 y0 x1 y1 …. */
class Packed {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  readonly #data: Float64Array;
  #length = 0;

  constructor(xs: Float64Array, ys: Float64Array, most: number) {
    this.#xs = xs;
    this.#ys = ys;
    this.#data = new Float64Array(2 * most);
  }

  add(at: number): void {
    this.#data[this.#length++] = this.#xs[at]!;
    this.#data[this.#length++] = this.#ys[at]!;
  }

  /** As many points as there are, and no more room. */
  array(): Float64Array {
    return this.#length === this.#data.length ? this.#data : this.#data.slice(0, this.#length);
  }
}

/** `width` columns between two x, equally wide; on a logarithmic axis by their logarithms. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly logX?: boolean;
}

/** Where a column begins. */
function edgeOf({ from, to, logX }: ColumnRange, share: number): number {
  return logX && from > 0 ? from * (to / from) ** share : from + share * (to - from);
}

/**
 * The points of a curve to draw between `from` and `to` on `width` pixels, packed x0 y0 x1 y1 …: the smallest and
 * largest value of every pixel column in their order, with the first that is not finite where there is one, and one
 * point beyond either edge. All of them where they are few. xs must ascend.
 */
export function decimate(
  xs: Float64Array,
  ys: Float64Array,
  range: ColumnRange,
  extremes: RangeExtremes,
): Float64Array {
  const inner = lowerBound(xs, range.from);
  const outer = Math.max(inner, upperBound(xs, range.to));
  const first = Math.max(0, inner - 1);
  const end = Math.min(xs.length, outer + 1);
  const width = Math.max(1, Math.floor(range.width));
  const few = end - first <= 2 * width;
  const odd = !few && extremes.notFinite(inner, outer) > 0;
  if (few) return allOf(xs, ys, first, end);
  const packed = new Packed(xs, ys, (odd ? 3 : 2) * width + 2);
  if (first < inner) packed.add(first);
  for (let column = 1, start = inner; column <= width; column++) {
    const stop = column === width ? outer : lowerBound(xs, edgeOf(range, column / width), start);
    if (stop > start) addColumn(packed, start, stop, extremes, odd);
    start = Math.max(start, stop);
  }
  if (outer < end) packed.add(outer);
  return packed.array();
}

function allOf(xs: Float64Array, ys: Float64Array, first: number, end: number): Float64Array {
  const packed = new Packed(xs, ys, end - first);
  for (let at = first; at < end; at++) packed.add(at);
  return packed.array();
}

function addColumn(
  packed: Packed,
  start: number,
  stop: number,
  all: RangeExtremes,
  odd: boolean,
): void {
  const { min, max } = all.extremes(start, stop);
  const gap = odd ? all.firstNotFinite(start, stop) : -1;
  if (gap < 0) {
    packed.add(Math.min(min, max));
    if (min !== max) packed.add(Math.max(min, max));
    return;
  }
  const places = [...new Set([min, max, gap])].filter(at => at >= 0).sort((a, b) => a - b);
  for (const at of places) packed.add(at);
}
