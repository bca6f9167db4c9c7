import type { LogSink, RunUnit } from '../format';

/** Tells the sink what is planned, when it changes. */
export class PatternPlan {
  readonly #sink: LogSink;
  #planned = NaN;
  #isZeroBased = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** `total` NaN: the line does not say. In `0/99` it is the last label: one less than what is planned. */
  note(total: number, epoch: number, unit: RunUnit, line: number): void {
    if (!Number.isInteger(total) || total < 1) return;
    if (epoch === 0 && !this.#isZeroBased) {
      this.#isZeroBased = true;
      this.#sink.mark({ kind: 'epoch-base', base: 0, line });
    }
    const isLast = this.#isZeroBased && !isRound(total) && isRound(total + 1);
    const count = isLast ? total + 1 : total;
    if (count === this.#planned) return;
    this.#planned = count;
    this.#sink.mark({ kind: 'planned', count, unit, line });
  }
}

/** A number that people plan: a multiple of five, a power of two. */
function isRound(count: number): boolean {
  return count % 5 === 0 || Number.isInteger(Math.log2(count));
}
