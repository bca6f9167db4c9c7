import type { NumberColumn } from './numberColumn';
import type { Extremes } from './pyramid';

/** What is known about ranges of values: a `Pyramid`. */
export interface RangeExtremes {
  extremes(from: number, to: number): Extremes;
  notFinite(from: number, to: number): number;
  firstNotFinite(from: number, to: number): number;
}

/** The first `length` values of two columns: x, ascending, and the values that go with it. */
export interface Points {
  readonly length: number;
  readonly xs: NumberColumn;
  readonly ys: NumberColumn;
}

type Places = Pick<Points, 'xs' | 'length'>;

/** First index at or after `start` whose x is not below `x`; xs ascending. */
export function lowerBound({ xs, length }: Places, x: number, start = 0): number {
  // Far ahead in doubling strides: the next column is usually near.
  let low = start;
  for (let stride = 16, at = start; at < length && xs.at(at) < x; stride *= 2) {
    low = at + 1;
    at += stride;
    if (at >= length || xs.at(at) >= x) return halve(xs, x, low, Math.min(at, length));
  }
  return low;
}

function halve(xs: NumberColumn, x: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs.at(middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index whose x is above `x`; xs ascending. */
export function upperBound({ xs, length }: Places, x: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs.at(middle) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects points of a curve as x0 y0 x1 y1 …. */
class Packed {
  readonly #points: Points;
  readonly #data: Float64Array;
  #length = 0;

  constructor(points: Points, most: number) {
    this.#points = points;
    this.#data = new Float64Array(2 * most);
  }

  add(at: number): void {
    this.#data[this.#length++] = this.#points.xs.at(at);
    this.#data[this.#length++] = this.#points.ys.at(at);
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

/** Which points of a curve lie in which column: the first of each, and the one after the last, by index. */
export interface ColumnStarts {
  readonly range: ColumnRange;
  readonly starts: Uint32Array;
}

/** Where the columns of a range begin among x that ascend: the same for all curves that share their x. */
export function columnStarts(places: Places, range: ColumnRange): ColumnStarts {
  const width = Math.max(1, Math.floor(range.width));
  const starts = new Uint32Array(width + 1);
  starts[0] = lowerBound(places, range.from);
  for (let column = 1; column < width; column++) {
    const start = starts[column - 1]!;
    starts[column] = lowerBound(places, edgeOf(range, column / width), start);
  }
  starts[width] = Math.max(starts[width - 1]!, upperBound(places, range.to));
  return { range, starts };
}

/**
 * The points of a curve to draw in columns, packed x0 y0 x1 y1 …: the smallest and largest value of every pixel column in
 * their order, with the first that is not finite where there is one, and one point beyond either edge. All of them where
 * they are few.
 */
export function decimate(
  points: Points,
  { starts }: ColumnStarts,
  extremes: RangeExtremes,
): Float64Array {
  const width = starts.length - 1;
  const [inner, outer] = [starts[0]!, starts[width]!];
  const first = Math.max(0, inner - 1);
  const end = Math.min(points.length, outer + 1);
  if (end - first <= 2 * width) return allOf(points, first, end);
  const odd = extremes.notFinite(inner, outer) > 0;
  const packed = new Packed(points, (odd ? 3 : 2) * width + 2);
  if (first < inner) packed.add(first);
  for (let column = 0; column < width; column++) {
    const [start, stop] = [starts[column]!, starts[column + 1]!];
    if (stop > start) addColumn(packed, start, stop, extremes, odd);
  }
  if (outer < end) packed.add(outer);
  return packed.array();
}

function allOf(points: Points, first: number, end: number): Float64Array {
  const packed = new Packed(points, end - first);
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
