import type { TooltipOrder } from '../core/protocol';
import { nearest } from './lines';
import type { DrawnLine, Mapping } from './picture';

/** Values farther than this from the cursor, in CSS pixels, are not said to be there. */
const NEAR = 10;

/** The value of a line where the cursor stands; `smoothed` NaN where it is not smoothed. */
export interface TooltipRow {
  readonly drawn: DrawnLine;
  readonly x: number;
  readonly value: number;
  readonly smoothed: number;
  /** From the pointer, in CSS pixels; Infinity where it has no height. */
  readonly distance: number;
}

/** The lines that have a value at `at` on the x axis, or near it, in the order asked for; `y` is the pointer's pixel, NaN for none. */
export function tooltipRows(
  lines: readonly DrawnLine[],
  at: number,
  y: number,
  map: Mapping,
  order: TooltipOrder,
): readonly TooltipRow[] {
  const rows = lines.flatMap(drawn => rowOf(drawn, at, y, map));
  switch (order) {
    case 'listed':
      return rows;
    case 'nearest':
      return Number.isNaN(y) ? rows : rows.sort((a, b) => a.distance - b.distance);
    case 'ascending':
      return rows.sort((a, b) => seen(a) - seen(b));
    case 'descending':
      return rows.sort((a, b) => seen(b) - seen(a));
  }
}

/** Of more rows than `most` those nearest to the pointer, in the order they are in. */
export function nearestRows(rows: readonly TooltipRow[], most: number): readonly TooltipRow[] {
  if (rows.length <= most) return rows;
  const near = new Set([...rows].sort((a, b) => a.distance - b.distance).slice(0, most));
  return rows.filter(row => near.has(row));
}

/** Index of the row nearest to the pointer; -1 without one. */
export function nearestRow(rows: readonly TooltipRow[]): number {
  const least = Math.min(...rows.map(({ distance }) => distance));
  return Number.isFinite(least) ? rows.findIndex(({ distance }) => distance === least) : -1;
}

function rowOf(drawn: DrawnLine, at: number, y: number, map: Mapping): TooltipRow[] {
  const { points, smoothed } = drawn.line;
  const index = nearest(points, at);
  const x = index === -1 ? NaN : points[2 * index]!;
  if (!(Math.abs(map.x(x) - map.x(at)) <= NEAR)) return [];
  const value = points[2 * index + 1]!;
  const other = nearest(smoothed, x);
  // Both lines are thinned out by themselves.
  const isHere = Math.abs(map.x(smoothed[2 * other] ?? NaN) - map.x(x)) <= NEAR;
  const near = isHere ? smoothed[2 * other + 1]! : NaN;
  const away = Math.abs(map.y(Number.isNaN(near) ? value : near) - y);
  const distance = Number.isNaN(away) ? Infinity : away;
  return [{ drawn, x, value, smoothed: near, distance }];
}

/** What is compared: the smooth line where there is one; what is no number comes last, whichever way. */
function seen({ value, smoothed }: TooltipRow): number {
  const shown = Number.isNaN(smoothed) ? value : smoothed;
  return Number.isNaN(shown) ? 0 : shown;
}
