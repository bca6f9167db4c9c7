import type { LogHead, LogSink, RecordField } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { isCalledLog } from './headerless';
import type { TableHead } from './sniff';

/** Rows beyond which they are no curves. */
const MOST_ROWS = 16;
/** Narrower tables have their curves in their columns. */
const FEWEST_CELLS = 17;

/** A table without a header whose rows are the curves: what `writerow(losses)` leaves. Read when all of it is there. */
export class RowCurves {
  readonly #sink: LogSink;
  readonly #isNamed: boolean;
  readonly #rows: { readonly name: string; readonly cells: readonly string[] }[] = [];

  private constructor(sink: LogSink, isNamed: boolean) {
    this.#sink = sink;
    this.#isNamed = isNamed;
  }

  /** How to read a table of this shape; `null`: it is none, or nothing says that it is of a training. */
  static of(table: TableHead, { path, complete }: LogHead): ((sink: LogSink) => RowCurves) | null {
    if (!complete || !isWide(table)) return null;
    const { rows } = table;
    const isNamed = rows.every(row => numberIn(row[0]!) === null);
    const numbers = isNamed ? rows.map(row => row.slice(1)) : rows;
    if (!numbers.every(row => row.every(cell => numberIn(cell) !== null))) return null;
    const isOfTraining = isNamed
      ? rows.every(row => /^(?:measure|rate)$/.test(meaningOf(row[0]!).kind))
      : isCalledLog(path) && !numbers.some(areWhole);
    return isOfTraining ? sink => new RowCurves(sink, isNamed) : null;
  }

  row(cells: readonly string[]): void {
    const name = this.#isNamed ? cells[0]! : `row ${this.#rows.length + 1}`;
    this.#rows.push({ name, cells: this.#isNamed ? cells.slice(1) : cells });
  }

  end(): void {
    this.#sink.mark({ kind: 'unit', unit: 'epoch', line: 1 });
    const longest = Math.max(0, ...this.#rows.map(({ cells }) => cells.length));
    for (let at = 0; at < longest; at++) {
      const fields: RecordField[] = [];
      const values: number[] = [];
      for (const { name, cells } of this.#rows) {
        const number = numberIn(cells[at] ?? '');
        if (number === null) continue;
        fields.push({ name, role: 'value', split: null });
        values.push(number);
      }
      // An epoch stands on the lines of all its values: the first is where people look.
      if (values.length > 0) this.#sink.record({ fields }, Float64Array.from(values), 1);
    }
  }
}

/** A few long rows without names above them. */
function isWide({ header, rows }: TableHead): boolean {
  const width = rows[0]?.length ?? 0;
  const isLong = width >= FEWEST_CELLS && 2 * rows.length <= width;
  return header === null && isLong && rows.length <= MOST_ROWS;
}

/** Counts and labels are no curve. */
const areWhole = (row: readonly string[]) => row.every(cell => Number.isInteger(numberIn(cell)));
