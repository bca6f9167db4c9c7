import type { AxisView } from '../core/protocol';
import { fullRange, panBy, within, zoomAround, type Range } from './range';

/** Which part of the x axis is in view. Everything, until the user asks for less; then that part, also while data arrives. */
export class Zoom {
  #part: Range | null = null;
  #full: Range = { from: 0, to: 1 };
  #of = '';

  /** Takes over how long the axis now is; another run or axis shows everything again. */
  follow(run: string, axis: AxisView): void {
    this.#full = fullRange(axis.from, axis.to);
    const of = `${axis.axis} ${run}`;
    if (of !== this.#of) this.#part = null;
    this.#of = of;
    if (this.#part !== null) this.#part = within(this.#part, this.#full);
  }

  /** Null: everything. */
  get part(): Range | null {
    return this.#part;
  }

  get range(): Range {
    return this.#part ?? this.#full;
  }

  /** Whether anything changed. */
  to(range: Range | null): boolean {
    const before = this.range;
    this.#part = range === null ? null : within(range, this.#full);
    return before.from !== this.range.from || before.to !== this.range.to;
  }

  around(x: number, factor: number): boolean {
    return this.to(zoomAround(this.range, x, factor, this.#full));
  }

  by(delta: number): boolean {
    return this.to(panBy(this.range, delta, this.#full));
  }
}
