import type { LogMark, LogSink, RunStatus, RunUnit } from '../../format';
import type { Counter } from './plan';
import { parametersOf, plannedInWords } from './parameters';

const MOST_PARAMETERS = 600;

/** Tells the sink what a log says once beside its records, each thing only when it changes. */
export class Marks {
  readonly #sink: LogSink;
  #planned = NaN;
  #unit = '';
  /** The last counter that counted steps, with its unit. */
  #counted: { readonly name: string; readonly unit: RunUnit } = { name: '', unit: unitOf('') };
  #run = '';
  #base = false;
  /** Whether the label of the last epoch was printed as the total (`0/4` … `4/4`). */
  #totalIsLabel = false;
  #parameters = 0;
  /** Lines of settings in a row: among them `epoch: 20` is one too. */
  #settings = 0;
  #waiting: LogMark | null = null;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** Whether nothing waits for the next record. */
  get isSettled(): boolean {
    return this.#waiting === null;
  }

  /** The total in `3/100`; where counting is from 0 to 99, it is one less than what is planned. */
  planned(epoch: number, total: number, line: number): void {
    if (!Number.isInteger(total) || total < 1) return;
    if (epoch === 0 && !this.#base) {
      this.#base = true;
      this.#sink.mark({ kind: 'epoch-base', base: 0, line });
    }
    // `Starting training for 3 epochs`, then `0/2`.
    const isSaid = this.#base && this.#planned === total + 1;
    const isLabel = isSaid || (this.#base && this.#isLastLabel(epoch, total));
    this.#plan(isLabel ? total + 1 : total, 'epoch', line);
  }

  /** Whether the total in a log that counts from 0 is the label of the last epoch. */
  #isLastLabel(epoch: number, total: number): boolean {
    if (epoch === total) this.#totalIsLabel = true;
    return this.#totalIsLabel ? isRound(total + 1) : !isRound(total) && isPlan(total + 1);
  }

  /** What a log without epochs counts in, and how much of it is planned (NaN: not said). */
  steps(counter: Counter, total: number, line: number): void {
    if (counter.name !== this.#counted.name)
      this.#counted = { name: counter.name, unit: unitOf(counter.name) };
    const { unit } = this.#counted;
    if (this.#unit !== unit) this.#sink.mark({ kind: 'unit', unit, line });
    this.#unit = unit;
    if (Number.isNaN(this.#planned) && total > 0) this.#plan(total, unit, line);
  }

  /** A fold, a trial: a new run where its number changes. */
  run(counter: Counter, value: number, line: number): void {
    const name = `${counter.name} ${value}`;
    // `FOLD 3` above, `Fold 3 best …` below.
    if (name.toLowerCase() === this.#run) return;
    this.#run = name.toLowerCase();
    this.#sink.mark({ kind: 'run', name, line });
  }

  /** Another training begins: what was said before, its length among it, was said of the one before. */
  begin(line: number): void {
    this.#planned = NaN;
    this.#unit = '';
    this.#sink.mark({ kind: 'run', name: null, line, alone: true });
  }

  status(status: RunStatus, line: number): void {
    this.#sink.mark({ kind: 'status', status, line });
  }

  /** Settings in a row so far. */
  get block(): number {
    return this.#settings;
  }

  endBlock(): void {
    this.#settings = 0;
  }

  /** The settings in a line; whether it is nothing but one of a block of settings. */
  settings(message: string, line: number): boolean {
    if (this.#parameters >= MOST_PARAMETERS) return false;
    const { pairs, plannedEpochs } = parametersOf(message);
    this.#settings = pairs.length === 0 ? 0 : this.#settings + pairs.length;
    for (const [name, value] of pairs) {
      this.#parameters++;
      this.#sink.mark({ kind: 'parameter', name, value, line });
    }
    const inBlock = this.#settings > 2;
    const isSure = inBlock || !/^epoch$/i.test(pairs[0]?.[0] ?? '');
    if (plannedEpochs !== null && isSure) this.#plan(plannedEpochs, 'epoch', line);
    return inBlock && pairs.length > 0;
  }

  /** The planned length that a sentence about the end of the run names. */
  planInWords(message: string, line: number): void {
    const count = plannedInWords(message);
    if (count !== null) this.#plan(count, 'epoch', line);
  }

  /** A record was given: what was planned since the one before is of its run, which may have begun with it. */
  recorded(): void {
    if (this.#waiting === null) return;
    this.#sink.mark(this.#waiting);
    this.#waiting = null;
  }

  #plan(count: number, unit: RunUnit, line: number): void {
    if (count === this.#planned) return;
    this.#planned = count;
    this.#waiting = { kind: 'planned', count, unit, line };
  }
}

/** What a counter's name counts; unnamed ones (`[50] valid's auc: 0.9`) are boosting rounds. */
function unitOf(name: string): RunUnit {
  if (name === '' || /round|tree/i.test(name)) return 'round';
  return /iter|^it\b|up/i.test(name) ? 'iteration' : 'step';
}

/** As below, but no small power of two, which is as likely one more than what is planned. */
function isPlan(count: number): boolean {
  return count % 5 === 0 || (count >= 16 && isRound(count));
}

/** A number that people plan: a multiple of five, a power of two. */
function isRound(count: number): boolean {
  return count % 5 === 0 || Number.isInteger(Math.log2(count));
}
