import type { Line } from './lines';
import type { Range } from './range';

/** A point of a line. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Ends and extremes of what is in view of a line, the first of equals; all of them are points that were logged. */
export interface RangeStats {
  readonly first: Point;
  readonly last: Point;
  readonly lowest: Point;
  readonly highest: Point;
}

/** Of the finite points of a line within `range`, ends included; null without one. Thinned out, the extremes are still there. */
export function rangeStats({ points }: Pick<Line, 'points'>, range: Range): RangeStats | null {
  let stats: { first: Point; last: Point; lowest: Point; highest: Point } | null = null;
  for (let i = 0; i < points.length; i += 2) {
    const point = { x: points[i]!, y: points[i + 1]! };
    if (!(point.x >= range.from && point.x <= range.to) || !Number.isFinite(point.y)) continue;
    stats ??= { first: point, last: point, lowest: point, highest: point };
    stats.last = point;
    if (point.y < stats.lowest.y) stats.lowest = point;
    if (point.y > stats.highest.y) stats.highest = point;
  }
  return stats;
}
