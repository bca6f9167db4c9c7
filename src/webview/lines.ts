import type { ForecastView, WindowData } from '../core/protocol';

/** The points of one line in a window: x0 y0 x1 y1 …, ascending in x. */
export interface Line {
  readonly points: Float64Array;
  /** Empty when nothing was smoothed. */
  readonly smoothed: Float64Array;
  /** Edges of the spread around a mean; empty for a line that is none. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Where most values lie; NaN without any. */
  readonly usual: readonly [number, number];
}

/** The lines of a packed window, in the order they were asked for: views, no copies. A window shorter than it says gives the lines it holds. */
export function unpack(data: WindowData): readonly Line[] {
  let at = 0;
  const take = (count: number) => {
    const part = data.packed.subarray(at, at + 2 * count);
    at += 2 * count;
    return part;
  };
  return data.counts.map((count, i) => ({
    points: take(count),
    smoothed: take(data.smoothed[i] ?? 0),
    low: take(data.bands[i] ?? 0),
    high: take(data.bands[i] ?? 0),
    usual: [data.usual[2 * i] ?? NaN, data.usual[2 * i + 1] ?? NaN],
  }));
}

/**
 * Index of the point of `points` nearest to `x`, the first of equals; -1 without points or for a NaN.
 * Halving, so the points must ascend in x.
 */
export function nearest(points: Float64Array, x: number): number {
  const count = points.length >> 1;
  if (count === 0 || Number.isNaN(x)) return -1;
  const after = firstNotBefore(points, x);
  if (after === 0) return 0;
  if (after === count) return firstNotBefore(points, points[2 * (count - 1)]!);
  const before = firstNotBefore(points, points[2 * (after - 1)]!);
  return x - points[2 * before]! <= points[2 * after]! - x ? before : after;
}

/** Index of the first point at or after `x`; the number of points when there is none. */
export function firstNotBefore(points: Float64Array, x: number): number {
  let low = 0;
  let high = points.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[2 * middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next x beyond `x` that any line has a point at, forwards (1) or back (-1); `x` itself at the end. */
export function neighbour(lines: readonly Line[], x: number, direction: 1 | -1): number {
  const candidates = lines
    .map(({ points }) => (direction === 1 ? firstAfter(points, x) : lastBefore(points, x)))
    .filter(candidate => !Number.isNaN(candidate));
  if (candidates.length === 0) return x;
  return direction === 1 ? Math.min(...candidates) : Math.max(...candidates);
}

function firstAfter(points: Float64Array, x: number): number {
  let i = firstNotBefore(points, x);
  while (points[2 * i] === x) i++;
  return points[2 * i] ?? NaN;
}

function lastBefore(points: Float64Array, x: number): number {
  return points[2 * (firstNotBefore(points, x) - 1)] ?? NaN;
}

const NONE = new Float64Array();

/** A forecast as far as `end` as the edge of a line, so that there is room for it. */
export function forecastLine({ from, last, to, low, high }: ForecastView, end: number): Line {
  const share = Math.max(0, Math.min(1, (end - from) / (to - from)));
  const at = (value: number) => last + share * (value - last);
  const ends = Float64Array.of(from, last, Math.min(to, end), at(low), Math.min(to, end), at(high));
  return { points: NONE, smoothed: NONE, low: ends, high: NONE, usual: [NaN, NaN] };
}
