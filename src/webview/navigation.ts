import type { CurveChart } from './chart';
import type { GestureTarget } from './gestures';
import { nearest, neighbour, type Line } from './lines';
import type { Range } from './range';
import type { Zoom } from './zoom';

/** Moves the cursor and the zoom of a chart as the user's gestures ask. */
export class Navigation implements GestureTarget {
  readonly #chart: CurveChart;
  readonly #zoom: Zoom;
  readonly #moved: () => void;
  readonly #pointed: () => void;

  /** `moved` after another part of the axis is in view, `pointed` after the cursor or selection changed. */
  constructor(chart: CurveChart, zoom: Zoom, moved: () => void, pointed: () => void) {
    this.#chart = chart;
    this.#zoom = zoom;
    this.#moved = moved;
    this.#pointed = pointed;
  }

  point(x: number | null): void {
    const at = x === null ? null : this.#closest(this.#valueAt(x));
    if (at === this.#chart.picture.cursor) return;
    this.#chart.picture.cursor = at;
    this.#pointed();
  }

  select(from: number, to: number, done: boolean): void {
    const [a, b] = [this.#valueAt(from), this.#valueAt(to)];
    const range: Range = { from: Math.min(a, b), to: Math.max(a, b) };
    this.#chart.picture.selection = done ? null : range;
    this.#chart.picture.cursor = null;
    if (done && this.#zoom.to(range)) this.#moved();
    else this.#pointed();
  }

  cancel(): void {
    if (this.#chart.picture.selection === null) return;
    this.#chart.picture.selection = null;
    this.#pointed();
  }

  pan(pixels: number): void {
    const { left, right } = this.#chart.mapping();
    const { from, to } = this.#zoom.range;
    if (this.#zoom.by((-pixels * (to - from)) / (right - left))) this.#moved();
  }

  zoom(x: number | null, factor: number): boolean {
    const { from, to } = this.#zoom.range;
    const at = x === null ? (this.#chart.picture.cursor ?? (from + to) / 2) : this.#valueAt(x);
    const changed = this.#zoom.around(at, factor);
    if (changed) this.#moved();
    return changed;
  }

  step(direction: 1 | -1): void {
    const { cursor } = this.#chart.picture;
    const { from, to } = this.#zoom.range;
    const lines = this.#lines();
    const at =
      cursor === null
        ? this.#closest(direction === 1 ? from : to)
        : neighbour(lines, cursor, direction);
    if (at === null || at < from || at > to) return;
    this.#chart.picture.cursor = at;
    this.#pointed();
  }

  reset(): void {
    if (this.#zoom.to(null)) this.#moved();
  }

  #lines(): readonly Line[] {
    return this.#chart.picture.lines.map(({ line }) => line);
  }

  #valueAt(pixel: number): number {
    const { left, right } = this.#chart.mapping();
    const { from, to } = this.#zoom.range;
    const inside = Math.min(Math.max(pixel, left), right);
    return from + ((inside - left) / (right - left)) * (to - from);
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
