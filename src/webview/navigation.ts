import type { ChartHeadEvents } from './chartHead';
import type { CurveChart } from './chart';
import type { GestureTarget, Point } from './gestureTarget';
import { nearest, neighbour, type Line } from './lines';
import type { Mapping } from './picture';
import type { Range } from './range';
import type { Zoom } from './zoom';

/** What the user's gestures change beyond the chart they are made on. */
export interface Moves extends ChartHeadEvents {
  /** Another part of the x axis is in view. */
  moved(): void;
  /** The y axis is to show this; null: what the data need. */
  limit(y: Range | null): void;
  /** The cursor stands at this x in all charts. */
  point(x: number | null): void;
  /** The values at this x stay in view, or no longer where they do already. */
  keep(x: number): void;
  /** The selection in this chart changed. */
  selected(): void;
  copy(text: string): void;
  /** To the log, at the point of a line nearest to here. */
  open(x: number, key: string): void;
}

/** A drag that reaches this far up or down is a rectangle. */
const RECTANGLE = 24;
/** A click this near a line is on it, in CSS pixels. */
const NEAR = 24;

/** Moves the cursor and the zoom of a chart as the user's gestures ask. */
export class Navigation implements GestureTarget {
  readonly #chart: CurveChart;
  readonly #zoom: Zoom;
  readonly #moves: Moves;

  constructor(chart: CurveChart, zoom: Zoom, moves: Moves) {
    this.#chart = chart;
    this.#zoom = zoom;
    this.#moves = moves;
  }

  point(at: Point | null): void {
    const x = at === null ? null : this.#closest(this.#valueAt(at.x));
    if (x !== this.#chart.picture.cursor) this.#moves.point(x);
  }

  select(from: Point, to: Point, done: boolean): void {
    const map = this.#map();
    const x = ordered(this.#valueAt(from.x), this.#valueAt(to.x));
    const tall = Math.abs(to.y - from.y) >= RECTANGLE;
    const inside = (y: number) => map.yAt(Math.min(Math.max(y, map.top), map.bottom));
    const y = tall ? ordered(inside(from.y), inside(to.y)) : null;
    this.#chart.picture.selection = done ? null : { x, y };
    if (done) this.#zoomTo(x, y);
    else this.#moves.selected();
  }

  #zoomTo(x: Range, y: Range | null): void {
    if (y !== null) this.#moves.limit(y);
    if (this.#zoom.to(x)) this.#moves.moved();
    else this.#moves.selected();
  }

  cancel(): void {
    if (this.#chart.picture.selection === null) return;
    this.#chart.picture.selection = null;
    this.#moves.selected();
  }

  click(at: Point): void {
    const map = this.#map();
    const x = this.#closest(this.#valueAt(at.x));
    if (x === null || Math.abs(map.x(x) - at.x) > NEAR) return;
    const key = this.#lineAt(x, at.y, NEAR);
    if (key !== null) this.#moves.open(x, key);
  }

  open(): void {
    const { cursor } = this.#chart.picture;
    if (cursor === null) return;
    const key = this.#lineAt(cursor, NaN, Infinity);
    if (key !== null) this.#moves.open(cursor, key);
  }

  keep(at: Point | null): void {
    const x = at === null ? this.#chart.picture.cursor : this.#closest(this.#valueAt(at.x));
    if (x === null) return;
    this.#moves.point(x);
    this.#moves.keep(x);
  }

  pan(right: number, down: number): boolean {
    const map = this.#map();
    const { full } = this.#zoom;
    const least = map.right - map.x(full.to);
    const most = map.left - map.x(full.from);
    const by = Math.min(Math.max(right, least), most);
    const to = { from: map.xAt(map.left - by), to: map.xAt(map.right - by) };
    if (down !== 0 && this.#chart.axes.limited) {
      this.#moves.limit({ from: map.yAt(map.bottom - down), to: map.yAt(map.top - down) });
    }
    if (this.#zoom.part === null) return false;
    if (this.#zoom.to(to)) this.#moves.moved();
    return true;
  }

  zoom(at: Point | null, factor: number): boolean {
    const map = this.#map();
    if (at !== null && at.x < map.left) {
      this.zoomY(at, factor);
      return true;
    }
    const { cursor } = this.#chart.picture;
    const middle = (map.left + map.right) / 2;
    const around = at?.x ?? (cursor === null ? middle : map.x(cursor));
    const changed = this.#zoom.to({
      from: map.xAt(around - (around - map.left) * factor),
      to: map.xAt(around + (map.right - around) * factor),
    });
    if (changed) this.#moves.moved();
    return changed;
  }

  zoomY(at: Point | null, factor: number): void {
    const map = this.#map();
    const around = at?.y ?? (map.top + map.bottom) / 2;
    this.#moves.limit({
      from: map.yAt(around + (map.bottom - around) * factor),
      to: map.yAt(around - (around - map.top) * factor),
    });
  }

  step(direction: 1 | -1): void {
    const { cursor } = this.#chart.picture;
    const { from, to } = this.#zoom.range;
    const at =
      cursor === null
        ? this.#closest(direction === 1 ? from : to)
        : neighbour(this.#lines(), cursor, direction);
    if (at === null || at < from || at > to) return;
    this.#moves.point(at);
  }

  reset(): void {
    this.#moves.limit(null);
    if (this.#zoom.to(null)) this.#moves.moved();
  }

  /** By what is in view from the next frame on: several keys may come within one. */
  #map(): Mapping {
    return this.#chart.mapping(this.#zoom.range);
  }

  #lines(): readonly Line[] {
    return this.#chart.picture.lines.map(({ line }) => line);
  }

  #valueAt(pixel: number): number {
    const map = this.#map();
    return map.xAt(Math.min(Math.max(pixel, map.left), map.right));
  }

  /** The key of the line whose point at `x` is nearest to the pixel `y` and not farther than `most`; the first one for a NaN. */
  #lineAt(x: number, y: number, most: number): string | null {
    const map = this.#map();
    let [found, distance]: [string | null, number] = [null, Infinity];
    for (const { line, key } of this.#chart.picture.lines) {
      const index = nearest(line.points, x);
      if (index === -1 || line.points[2 * index] !== x) continue;
      const away = Number.isNaN(y) ? 0 : Math.abs(map.y(line.points[2 * index + 1]!) - y);
      // What has no height is marked at the bottom.
      const far = Number.isNaN(away) ? Math.abs(map.bottom - y) : away;
      if (far <= most && far < distance) [found, distance] = [key, far];
    }
    return found;
  }

  /** The x in view nearest to `x` at which any line has a point; null without one. */
  #closest(x: number): number | null {
    const { from, to } = this.#zoom.range;
    let found: number | null = null;
    for (const { points } of this.#lines()) {
      const index = nearest(points, x);
      if (index === -1) continue;
      const at = points[2 * index]!;
      if (at < from || at > to) continue;
      if (found === null || Math.abs(at - x) < Math.abs(found - x)) found = at;
    }
    return found;
  }
}

function ordered(a: number, b: number): Range {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}
