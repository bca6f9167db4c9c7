import type { LogSink, RecordField } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import type { TableHead } from './sniff';

/** `epoch_3`, `Epoch 3`, `ep3`: the epoch of a column. */
const EPOCH = /^(?:epoch|ep|e)[ _-]?(\d{1,7})$/i;
/** Columns beyond which it is no table for people. */
const MOST_EPOCHS = 100_000;
const FEWEST_EPOCHS = 3;

/** A row that waits for the others. */
interface Row {
  readonly name: string;
  readonly cells: readonly string[];
}

/** A table with a column per epoch and a row per metric; it is read when all of it is there. */
export class WideTable {
  readonly #sink: LogSink;
  readonly #epochs: readonly number[];
  readonly #rows: Row[] = [];

  private constructor(sink: LogSink, epochs: readonly number[]) {
    this.#sink = sink;
    this.#epochs = epochs;
  }

  /** How to read a table of this shape; `null`: it is none. */
  static of(table: TableHead): ((sink: LogSink) => WideTable) | null {
    const header = table.header ?? table.rows[0] ?? [];
    const epochs = epochsOf(header);
    if (epochs === null) return null;
    const rows = table.header === null ? table.rows.slice(1) : table.rows;
    const measures = rows.filter(row => meaningOf(row[0] ?? '').kind === 'measure');
    if (measures.length === 0 || 2 * measures.length < rows.length) return null;
    return sink => new WideTable(sink, epochs);
  }

  row(cells: readonly string[]): void {
    const name = cells[0] ?? '';
    const { kind } = meaningOf(name);
    if (kind === 'measure' || kind === 'rate') this.#rows.push({ name, cells: cells.slice(1) });
  }

  end(): void {
    for (let at = 0; at < this.#epochs.length; at++) {
      const fields: RecordField[] = [{ name: 'epoch', role: 'epoch', split: null }];
      const values = [this.#epochs[at]!];
      for (const { name, cells } of this.#rows) {
        const number = numberIn(cells[at] ?? '');
        if (number === null) continue;
        fields.push({ name, role: 'value', split: null });
        values.push(number);
      }
      // Every column stands on the lines of all its values: the header's is where an epoch is named.
      if (values.length > 1) this.#sink.record({ fields }, Float64Array.from(values), 1);
    }
  }
}

/** The epochs that a header names, behind a first cell for the names of the rows; they count up by one. */
function epochsOf(header: readonly string[]): readonly number[] | null {
  if (header.length <= FEWEST_EPOCHS || header.length > MOST_EPOCHS) return null;
  const labels = header.slice(1).map(cell => Number(EPOCH.exec(cell)?.[1] ?? (cell || NaN)));
  const first = labels[0]!;
  const counts = (first === 0 || first === 1) && labels.every((label, at) => label === first + at);
  return counts && numberIn(header[0] ?? '') === null ? labels : null;
}
