import type { RunStatus, RunUnit, Split } from '../log/format';
import { IndexColumn } from './indexColumn';
import { NumberColumn } from './numberColumn';

/** Words of the log that a run keeps: later stages take them from here. */
export type { LogProblem, LogProblemCode, RunStatus, RunUnit, Split } from '../log/format';

/** Which way a metric gets better; `null` where neither is better (learning rate). */
export type Goal = 'min' | 'max';

/**
 * The axes of a run: one row per record, shared by all series that have a value in it.
 * NaN means that the log does not say.
 */
export class Rows {
  /** The label of the epoch as printed. */
  readonly epoch: NumberColumn;
  /** The global step. */
  readonly step: NumberColumn;
  /** 1-based line in the log. */
  readonly line: IndexColumn;
  readonly #time: NumberColumn;
  readonly #log: IndexColumn;
  /** Rows of the first log without a time that are not in these columns yet. */
  #plain = 0;

  /** Columns may be shared with other rows, as long as only one of them pushes. */
  constructor(shared: Partial<Pick<Rows, 'epoch' | 'step' | 'time' | 'line' | 'log'>> = {}) {
    this.epoch = shared.epoch ?? new NumberColumn();
    this.step = shared.step ?? new NumberColumn();
    this.#time = shared.time ?? new NumberColumn();
    this.line = shared.line ?? new IndexColumn();
    this.#log = shared.log ?? new IndexColumn();
  }

  /** Seconds since the start of the run, or since 1970: differences are what counts. */
  get time(): NumberColumn {
    this.#settle();
    return this.#time;
  }

  /** Index into `Run.logs`. */
  get log(): IndexColumn {
    this.#settle();
    return this.#log;
  }

  get count(): number {
    return this.line.length;
  }

  push(epoch: number, step: number, time: number, line: number, log: number): number {
    this.epoch.push(epoch);
    this.step.push(step);
    this.time.push(time);
    this.line.push(line);
    this.log.push(log);
    return this.line.length - 1;
  }

  /** Adds a row of the first log: `labels` are its epoch, global step and time. Says its number. */
  add(labels: Float64Array, line: number): number {
    const time = labels[2]!;
    this.epoch.push(labels[0]!);
    this.step.push(labels[1]!);
    this.line.push(line);
    if (time === time) {
      this.time.push(time);
      this.log.push(0);
    } else this.#plain++;
    return this.line.length - 1;
  }

  #settle(): void {
    if (this.#plain === 0) return;
    this.#time.pushSame(NaN, this.#plain);
    this.#log.pushRange(0, 0, this.#plain);
    this.#plain = 0;
  }
}

/** One metric on one split over one run: values, and the row each stands in, in the order of the log. */
export class Series {
  readonly name: string;
  readonly metric: string;
  readonly split: Split | null;
  readonly goal: Goal | null;
  readonly values: NumberColumn;
  /** Row numbers, ascending; as many as values. */
  readonly rows: IndexColumn;
  /** How many samples each value is a share of, where the log prints it (`9823/10000`); `null` unknown. */
  readonly outOf: number | null;

  constructor(
    name: string,
    metric: string,
    split: Split | null,
    goal: Goal | null,
    values = new NumberColumn(),
    rows = new IndexColumn(),
    outOf: number | null = null,
  ) {
    this.name = name;
    this.metric = metric;
    this.split = split;
    this.goal = goal;
    this.values = values;
    this.rows = rows;
    this.outOf = outOf;
  }

  get count(): number {
    return this.values.length;
  }

  push(row: number, value: number): void {
    this.rows.push(row);
    this.values.push(value);
  }
}

/** What is said of a series without its values. */
export type SeriesFacts = Pick<Series, 'name' | 'metric' | 'split' | 'goal' | 'count'>;

/** What is said of a run without its columns: as much as can be sent anywhere. */
export interface RunFacts {
  /** Unique among the runs read together: the log's path, with what tells runs of one log apart. */
  readonly name: string;
  /** Id of the log format. */
  readonly format: string;
  /** Paths of its logs as named by the reader, `/` between parts. */
  readonly logs: readonly string[];
  readonly status: RunStatus;
  readonly unit: RunUnit;
  /** The label of the first epoch; `null` where the log prints none. */
  readonly epochBase: 0 | 1 | null;
  /** The planned total, in epochs (or rounds where a round is what the log counts); `null` unknown. */
  readonly plannedEpochs: number | null;
  /** Optimizer steps in one epoch; `null` unknown. */
  readonly stepsPerEpoch: number | null;
  readonly parameters: ReadonlyMap<string, string>;
  readonly series: readonly SeriesFacts[];
  /** Grows whenever a row was added or a meaning changed. */
  readonly version: number;
}

/** One training as far as its logs tell. Read-only to everyone but its builder. */
export interface Run extends RunFacts {
  readonly rows: Rows;
  readonly series: readonly Series[];
}

/** `epoch` when a series has about one value per epoch, else `step`. */
export type Granularity = 'epoch' | 'step';
