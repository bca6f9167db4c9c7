import type { LogSink, RecordShape } from '../format';
import { rowKernel, type RowKernel, type RowProgram } from './rowKernel';

/** Bytes from which on the kernel is worth its while. */
const WORTH = 32_768;
/** Rows that make it worth a try; after less, so many rows are left out before the next. */
const FEW = 8;
const MOST_LEFT_OUT = 64;

/** A field that no place of the program fills, and what it holds. */
export interface Constant {
  readonly field: number;
  readonly value: number;
}

const NONE: readonly Constant[] = [];

/** Takes rows that are like the one before by the kernel, and gives them to a sink that takes many at once. */
export class KernelRows {
  /** Rows that the last `take` took. */
  taken = 0;
  readonly #sink: LogSink;
  #kernel: RowKernel | null = null;
  /** Rows to come that the kernel is not asked for. */
  #leftOut = 0;
  #leave = 1;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** To be called with all bytes at hand, before the first of them is taken. */
  begin(from: number, to: number): void {
    const isWorthIt = to - from >= WORTH && this.#sink.records !== undefined;
    this.#kernel = isWorthIt ? rowKernel() : null;
    this.#kernel?.forget();
  }

  /** Whether the row that comes next is worth a try. */
  isDue(): boolean {
    return this.#kernel !== null && --this.#leftOut < 0;
  }

  /** Takes rows from the beginning of line `line` at `start`; says where it stopped. */
  take(
    shape: RecordShape,
    program: RowProgram,
    delimiter: number,
    bytes: Uint8Array,
    start: number,
    to: number,
    line: number,
    constants = NONE,
  ): number {
    this.taken = 0;
    const kernel = this.#kernel;
    let at = start;
    for (let goesOn = kernel !== null; kernel !== null && goesOn && at < to;) {
      const reach = kernel.reach(bytes, at, to);
      const count = reach > at ? kernel.rows(program, at, delimiter) : 0;
      if (count === 0) break;
      const { columns, stride } = kernel;
      for (const { field, value } of constants)
        columns.fill(value, field * stride, field * stride + count);
      this.#sink.records!(shape, columns, stride, count, line + this.taken);
      this.taken += count;
      at = kernel.stopped;
      goesOn = count === stride || at === reach;
    }
    this.#backOff();
    return at;
  }

  /** The kernel is asked again at once where it took enough rows, else later each time. */
  #backOff(): void {
    this.#leave = this.taken < FEW ? Math.min(MOST_LEFT_OUT, 2 * this.#leave) : 1;
    this.#leftOut = this.#leave >> 1;
  }
}
