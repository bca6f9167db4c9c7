import { roleOfName } from '../../axisName';
import { splitOfFile } from '../../fileName';
import type { FieldRole, LogSink, RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { SPLIT_WORDS } from '../../vocabulary';
import type { TableHead } from './sniff';

const METRIC = /^(?:metric|metrics|key|name|tag|variable|measure|metric_name|series)$/i;
const VALUE = /^(?:value|values|metric_value|val)$/i;
const SPLIT = /^(?:split|phase|mode|stage|set|subset|partition|dataset)$/i;
const MOST_SHAPES = 1000;

/** Where the columns of such a table stand. */
interface Columns {
  readonly metric: number;
  readonly value: number;
  /** -1: none. */
  readonly split: number;
  readonly axes: readonly { readonly at: number; readonly field: RecordField }[];
}

/** A table with a row per value: epoch or step, the metric's name, perhaps the split, the value. */
export class LongTable {
  readonly #sink: LogSink;
  readonly #columns: Columns;
  readonly #fileSplit: Split | null;
  readonly #shapes = new Map<string, RecordShape>();
  readonly #values: Float64Array;

  private constructor(sink: LogSink, columns: Columns, path: string) {
    this.#sink = sink;
    this.#columns = columns;
    this.#fileSplit = splitOfFile(path);
    this.#values = new Float64Array(columns.axes.length + 1);
  }

  /** How to read a table of this shape; `null`: it is none. */
  static of(table: TableHead, path: string): ((sink: LogSink) => LongTable) | null {
    const columns = columnsOf(table.header ?? []);
    if (columns === null) return null;
    const names = table.rows.map(row => row[columns.metric] ?? '');
    const measures = names.filter(name => meaningOf(name).kind === 'measure');
    if (2 * measures.length < names.length || names.length < 2) return null;
    return sink => new LongTable(sink, columns, path);
  }

  row(cells: readonly string[], line: number): void {
    const { metric, value, axes } = this.#columns;
    const number = numberIn(cells[value] ?? '');
    const labels = axes.map(({ at }) => numberIn(cells[at] ?? ''));
    if (number === null || labels.includes(null)) return;
    const shape = this.#shapeOf(cells[metric] ?? '', cells);
    if (shape === null) return;
    labels.forEach((label, at) => (this.#values[at] = label ?? NaN));
    this.#values[labels.length] = number;
    this.#sink.record(shape, this.#values, line);
  }

  end(): void {
    this.#shapes.clear();
  }

  #shapeOf(name: string, cells: readonly string[]): RecordShape | null {
    const said = cells[this.#columns.split]?.toLowerCase() ?? '';
    const key = `${said}\n${name}`;
    const known = this.#shapes.get(key);
    if (known !== undefined || this.#shapes.size >= MOST_SHAPES) return known ?? null;
    const own = meaningOf(name).split === null;
    const split = SPLIT_WORDS.get(said) ?? (own ? this.#fileSplit : null);
    const field: RecordField = { name, role: 'value', split };
    const shape = { fields: [...this.#columns.axes.map(axis => axis.field), field] };
    this.#shapes.set(key, shape);
    return shape;
  }
}

function columnsOf(header: readonly string[]): Columns | null {
  const metric = header.findIndex(name => METRIC.test(name));
  const value = header.findIndex(name => VALUE.test(name));
  const axisAt = (role: FieldRole): number => header.findIndex(name => roleOfName(name) === role);
  const axes = (['epoch', 'step'] as const).flatMap(role => {
    const at = axisAt(role);
    return at < 0 ? [] : [{ at, field: { name: header[at]!, role, split: null } }];
  });
  if (metric < 0 || value < 0 || axes.length === 0) return null;
  return { metric, value, split: header.findIndex(name => SPLIT.test(name)), axes };
}
