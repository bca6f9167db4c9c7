import type { Scale } from './scale';

/**
 * The `d` of a line through the points, at most two points (lowest and highest, in their order) per column of
 * `column` pixels, so that no peak is lost and the text stays short. NaN interrupts the line; a lone point is a dot.
 * `xs` ascend.
 */
export function linePath(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  x: Scale,
  y: Scale,
  column: number,
): string {
  let path = '';
  let pen: Pen = { x: NaN, y: NaN, alone: false };
  for (const index of reduced(xs, ys, x, column)) {
    const value = ys[index] ?? NaN;
    if (Number.isNaN(value)) {
      path += pen.alone ? 'h0' : '';
      pen = { x: NaN, y: NaN, alone: false };
      continue;
    }
    const next = { x: tenths(x.place(xs[index] ?? NaN)), y: tenths(limited(y, value)) };
    path += Number.isNaN(pen.x)
      ? `M${next.x} ${next.y}`
      : `l${tenths(next.x - pen.x)} ${tenths(next.y - pen.y)}`;
    pen = { ...next, alone: Number.isNaN(pen.x) };
  }
  return pen.alone ? `${path}h0` : path;
}

interface Pen {
  readonly x: number;
  readonly y: number;
  readonly alone: boolean;
}

/** Indices to draw, ascending: all of them, or the extremes and a gap per column. */
function reduced(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  x: Scale,
  column: number,
): readonly number[] {
  const kept: number[] = [];
  let from = 0;
  while (from < xs.length) {
    const place = Math.floor(x.place(xs[from] ?? NaN) / column);
    let to = from + 1;
    while (to < xs.length && Math.floor(x.place(xs[to] ?? NaN) / column) === place) to++;
    kept.push(...extremes(ys, from, to));
    from = to;
  }
  return kept;
}

/** At most three indices in [from, to): the lowest, the highest, and one NaN if there is any. */
function extremes(ys: ArrayLike<number>, from: number, to: number): number[] {
  let low = -1;
  let high = -1;
  let gap = -1;
  for (let i = from; i < to; i++) {
    const value = ys[i] ?? NaN;
    if (Number.isNaN(value)) gap = i;
    else {
      if (low < 0 || value < (ys[low] ?? NaN)) low = i;
      if (high < 0 || value > (ys[high] ?? NaN)) high = i;
    }
  }
  return [...new Set([low, high, gap])].filter(index => index >= 0).sort((a, b) => a - b);
}

/** Values outside the picture stay near it: an explosion of 1e300 must not become a coordinate. */
function limited(y: Scale, value: number): number {
  const room = y.to - y.from;
  return y.place(Math.min(Math.max(value, y.from - room), y.to + room));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
