import type { LogSink, RecordShape } from '../format';
import { MOST_PROGRAMS, rowKernel, type RowKernel, type RowProgram } from './rowKernel';

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

/** Rows that a program reads: their shape, and the fields that no place of the program fills. */
export interface RowKind {
  readonly shape: RecordShape;
  readonly program: RowProgram | null;
  readonly constants: readonly Constant[];
}

/** Takes rows that are like some before by the kernel, and gives them to a sink that takes many at once. */
export class KernelRows {
  /** Rows that the last `take` took. */
  taken = 0;
  readonly #sink: LogSink;
  #kernel: RowKernel | null = null;
  /** What the kernel is told to read. */
  #kinds: RowKind[] = [];
  #programs: RowProgram[] = [];
  /** Which of them made room the last time. */
  #replaced = 0;
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

  /** Takes rows from the beginning of line `line` at `start`, of the kind of the row before or of others met; says where it stopped. */
  take(
    kind: RowKind,
    delimiter: number,
    bytes: Uint8Array,
    start: number,
    to: number,
    line: number,
  ): number {
    this.taken = 0;
    const kernel = this.#kernel;
    if (kernel === null) return start;
    let first = this.#placeOf(kind);
    let at = start;
    for (let goesOn = true; goesOn && at < to;) {
      const reach = kernel.reach(bytes, at, to);
      const count = reach > at ? kernel.rows(this.#programs, first, at, delimiter) : 0;
      if (count === 0) break;
      this.#giveAll(kernel, line);
      first = kernel.runs[2 * kernel.runCount - 2]!;
      at = kernel.stopped;
      goesOn = count === kernel.stride || at === reach;
    }
    this.#backOff();
    return at;
  }

  /** Which of the programs reads a kind of rows; the oldest makes room for one that is new. */
  #placeOf(kind: RowKind): number {
    const known = this.#kinds.indexOf(kind);
    if (known >= 0) return known;
    const isFull = this.#kinds.length === MOST_PROGRAMS;
    const place = isFull ? this.#replaced++ % MOST_PROGRAMS : this.#kinds.length;
    this.#kinds[place] = kind;
    this.#programs = this.#kinds.map(each => each.program!);
    return place;
  }

  /** Gives the rows that the kernel has read; the first that `take` took is `line`. */
  #giveAll({ runs, runCount, columns, stride }: RowKernel, line: number): void {
    let row = 0;
    for (let at = 0; at < runCount; at++) {
      const { shape, constants } = this.#kinds[runs[2 * at]!]!;
      const count = runs[2 * at + 1]!;
      for (const { field, value } of constants)
        columns.fill(value, field * stride + row, field * stride + row + count);
      this.#sink.records!(shape, columns, stride, row, count, line + this.taken);
      this.taken += count;
      row += count;
    }
  }

  /** The kernel is asked again at once where it took enough rows, else later each time. */
  #backOff(): void {
    this.#leave = this.taken < FEW ? Math.min(MOST_LEFT_OUT, 2 * this.#leave) : 1;
    this.#leftOut = this.#leave >> 1;
  }
}
