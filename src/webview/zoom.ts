import type { AxisView, ViewState, XAxis } from '../core/protocol';
import { fullRange, within, type Range } from './range';

/** Which part of the x axis is in view. Everything, until the user asks for less; then that part, also while data arrives. */
export class Zoom {
  #part: Range | null = null;
  #full: Range = { from: 0, to: 1 };
  #axis: XAxis | null = null;
  #run: string | null = null;

  /** Takes up what was in view before a reload. */
  restore(kept: ViewState['zoom']): void {
    this.#part = kept;
    this.#axis = kept?.axis ?? null;
  }

  /** Takes over how long the axis now is; another run or axis shows everything again. */
  follow(run: string, axis: AxisView, logX: boolean): void {
    const from = logX ? (axis.positive ?? axis.from) : axis.from;
    this.#full = fullRange(from, axis.to);
    const other = axis.axis !== this.#axis || (this.#run !== null && run !== this.#run);
    if (other) this.#part = null;
    this.#axis = axis.axis;
    this.#run = run;
    if (this.#part !== null) this.#part = within(this.#part, this.#full);
  }

  /** Null: everything. */
  get part(): Range | null {
    return this.#part;
  }

  get range(): Range {
    return this.#part ?? this.#full;
  }

  get full(): Range {
    return this.#full;
  }

  /** Whether anything changed. */
  to(range: Range | null): boolean {
    const before = this.range;
    this.#part = range === null ? null : within(range, this.#full);
    return before.from !== this.range.from || before.to !== this.range.to;
  }

  /** What is to be kept over a reload. */
  get kept(): ViewState['zoom'] {
    return this.#part && this.#axis ? { axis: this.#axis, ...this.#part } : null;
  }
}
