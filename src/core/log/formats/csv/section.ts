import type { LogSink } from '../../format';
import { numberIn } from '../../numbers';
import type { Delimiter } from './cells';
import { type Column, columnsBelow } from './columns';
import { NumberRows } from './numberRows';
import { RowShapes } from './rowShapes';
import { isHeader } from './sniff';

const WHOLE = /^(?:all|total|overall|mean|avg|average|final|best|summary)$/i;

/** `all,0.31,0.92`: what stands in place of a counter says that the row is of all of them. */
function isOfAll(role: string, cell: string): boolean {
  return role !== 'value' && role !== 'time' && WHOLE.test(cell);
}

/** The rows below a header. A log that several launches went on with may have another header further down. */
export class TableSection {
  readonly columns: readonly Column[];
  /** Reads rows from their bytes; `null`: every row is read as text. */
  readonly plain: NumberRows | null;
  readonly #names: readonly string[];
  readonly #header: string;
  readonly #delimiter: Delimiter;
  readonly #sink: LogSink;
  readonly #shapes: RowShapes;
  readonly #values: Float64Array;
  #planned = false;

  /** `names`: the header; empty where there is none. */
  constructor(
    names: readonly string[],
    columns: readonly Column[],
    delimiter: Delimiter,
    sink: LogSink,
  ) {
    this.#names = names;
    this.#header = names.join('\n');
    this.columns = columns;
    this.#delimiter = delimiter;
    this.#sink = sink;
    this.#shapes = new RowShapes(columns, sink);
    this.#values = new Float64Array(columns.length);
    const isPlain = columns.length > 0 && delimiter !== 'space';
    this.plain = isPlain ? new NumberRows(delimiter, columns, this.#shapes, sink) : null;
  }

  /** Whether a row is the header again. */
  isHeader(cells: readonly string[]): boolean {
    return cells.slice(0, this.columns.length).join('\n') === this.#header;
  }

  /** The section that a row begins: it is another header, with a column of this one in it; `null`: it is none. */
  below(cells: readonly string[], path: string): TableSection | null {
    if (!isHeader(cells)) return null;
    if (cells.length === this.columns.length && this.isHeader(cells)) return null;
    const known = new Map(this.#names.map((name, at) => [name, this.columns[at] ?? null]));
    if (!cells.some(cell => known.get(cell))) return null;
    if (new Set(cells).size < cells.length) return null;
    const columns = columnsBelow(cells, known, path);
    return new TableSection(cells, columns, this.#delimiter, this.#sink);
  }

  /** Records what a row of at least as many cells as columns holds. */
  row(cells: readonly string[], line: number): void {
    if (!this.#fill(cells, line)) return;
    const shape = this.#shapes.shape(line);
    if (shape !== null) this.#sink.record(shape, this.#values, line);
  }

  /** The numbers of a row, by column; `null` for what is none or goes nowhere. */
  numbers(cells: readonly string[], line: number): (number | null)[] {
    return this.columns.map((column, at) =>
      column === null ? null : this.#number(cells[at]!, column.role, line),
    );
  }

  /** Puts a row's numbers where the shape expects them; says whether there is anything to record. */
  #fill(cells: readonly string[], line: number): boolean {
    let count = 0;
    let measured = false;
    for (let at = 0; at < this.columns.length; at++) {
      const column = this.columns[at];
      if (column == null) continue;
      if (isOfAll(column.role, cells[at]!)) return false;
      const number = this.#number(cells[at]!, column.role, line);
      const axis = column.role !== 'value';
      this.#shapes.note(at, axis || number !== null);
      if (!axis && number === null) continue;
      this.#values[count++] = number ?? NaN;
      measured ||= !axis;
    }
    return measured;
  }

  #number(cell: string, role: string, line: number): number | null {
    const number = numberIn(cell);
    if (number !== null || role !== 'epoch') return number;
    const fraction = /^(\d{1,9})\/(\d{1,9})$/.exec(cell);
    if (fraction === null) return null;
    if (!this.#planned) {
      this.#planned = true;
      // `0/499`: the second number is the last label, so it counts one less.
      const zeroBased = fraction[1] === '0';
      if (zeroBased) this.#sink.mark({ kind: 'epoch-base', base: 0, line });
      const count = Number(fraction[2]) + (zeroBased ? 1 : 0);
      this.#sink.mark({ kind: 'planned', count, unit: 'epoch', line });
    }
    return Number(fraction[1]);
  }
}
