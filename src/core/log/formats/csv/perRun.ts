import type { LogSink, RecordField, RecordShape } from '../../format';
import { meaningOf } from '../../name';
import { isBareSplit } from '../../splitPairs';
import type { Column } from './columns';

/** `run - metric`, as W&B names the columns of an exported chart. */
const OF_RUN = /^(.{1,200}) - ([^-]{1,100})$/;

/** The columns of one run in a table that holds several side by side. */
interface RunColumns {
  readonly name: string;
  /** By column of the table: the field it has in its run. */
  readonly fields: ReadonlyMap<number, RecordField>;
  /** Values row by row, after the line: axes, then the run's own; NaN where a row has none. */
  readonly rows: { readonly line: number; readonly numbers: (number | null)[] }[];
}

/** Holds the rows of a table of several runs back until its end, and gives them out run by run. */
export class PerRun {
  readonly #runs: readonly RunColumns[];
  readonly #axes: readonly (readonly [number, RecordField])[];

  private constructor(
    runs: readonly RunColumns[],
    axes: readonly (readonly [number, RecordField])[],
  ) {
    this.#runs = runs;
    this.#axes = axes;
  }

  /** `null`: the columns are those of one run. */
  static of(columns: readonly Column[]): PerRun | null {
    const runs = new Map<string, Map<number, RecordField>>();
    const axes: [number, RecordField][] = [];
    for (const [at, column] of columns.entries()) {
      if (column === null) continue;
      if (column.role !== 'value') {
        axes.push([at, column]);
        continue;
      }
      const found = OF_RUN.exec(column.name);
      if (found === null) return null;
      const fields = runs.get(found[1]!) ?? new Map<number, RecordField>();
      fields.set(at, { ...column, name: found[2]!.trim() });
      runs.set(found[1]!, fields);
    }
    if (runs.size === 0 || ![...runs.keys()].every(isRunName)) return null;
    return new PerRun(
      Array.from(runs, ([name, fields]) => ({ name: name.trim(), fields, rows: [] })),
      axes,
    );
  }

  /** Takes a row: the number of every column, `null` where it has none. */
  add(numbers: readonly (number | null)[], line: number): void {
    for (const { fields, rows } of this.#runs) {
      const own = [...fields.keys()].map(at => numbers[at] ?? null);
      if (own.every(number => number === null)) continue;
      rows.push({ line, numbers: [...this.#axes.map(([at]) => numbers[at] ?? null), ...own] });
    }
  }

  /** Gives out everything held back. */
  flush(sink: LogSink): void {
    for (const { name, fields, rows } of this.#runs) {
      const shape: RecordShape = {
        fields: [...this.#axes.map(([, field]) => field), ...fields.values()],
      };
      sink.mark({ kind: 'run', name, line: 1 });
      for (const { line, numbers } of rows) {
        sink.record(
          shape,
          Float64Array.from(numbers, number => number ?? NaN),
          line,
        );
      }
    }
  }
}

/** Whether what stands before the metric tells runs apart: a split or a measure of its own does not. */
function isRunName(name: string): boolean {
  return meaningOf(name).kind === 'unknown' && !isBareSplit(name);
}
