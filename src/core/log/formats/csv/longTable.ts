import { roleOfName } from '../../axisName';
import { splitOfFile } from '../../fileName';
import type { FieldRole, LogSink, RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { SPLIT_WORDS } from '../../vocabulary';
import { HeldRuns, RUN_NAME } from './heldRuns';
import type { TableHead } from './sniff';

const METRIC = /^(?:metrics?|metric[ _.](?:name|key)|key|name|tag|variable|measure|series)$/i;
const VALUE = /^(?:value|values|metric[ _.]value|val)$/i;
const SPLIT = /^(?:context[ _.])?(?:split|phase|mode|stage|set|subset|partition|dataset|data)$/i;
const MOST_SHAPES = 1000;

/** Where the columns of such a table stand. */
interface Columns {
  readonly metric: number;
  readonly value: number;
  /** -1: none. */
  readonly split: number;
  /** -1: none. */
  readonly run: number;
  /** None but the time: the values of each metric are counted. */
  readonly axes: readonly { readonly at: number; readonly field: RecordField }[];
}

const COUNTED: RecordField = { name: 'step', role: 'step', split: null };

/** A table with a row per value: epoch or step, the metric's name, perhaps the split, the value. */
export class LongTable {
  readonly #sink: LogSink;
  readonly #columns: Columns;
  readonly #fileSplit: Split | null;
  readonly #shapes = new Map<string, RecordShape>();
  readonly #runs = new HeldRuns();
  /** How many values each metric has so far, where rows have no counter. */
  readonly #counts = new Map<RecordShape, number>();

  private constructor(sink: LogSink, columns: Columns, path: string) {
    this.#sink = sink;
    this.#columns = columns;
    this.#fileSplit = splitOfFile(path);
  }

  /** How to read a table of this shape; `null`: it is none. */
  static of(table: TableHead, path: string): ((sink: LogSink) => LongTable) | null {
    const columns = columnsOf(table);
    if (columns === null) return null;
    const names = table.rows.map(row => row[columns.metric] ?? '');
    const measures = names.filter(name => meaningOf(name).kind === 'measure');
    if (2 * measures.length < names.length || names.length < 2) return null;
    return sink => new LongTable(sink, columns, path);
  }

  row(cells: readonly string[], line: number): void {
    const { metric, value, run, axes } = this.#columns;
    const number = numberIn(cells[value] ?? '');
    const labels = axes.flatMap(({ at }) => numberIn(cells[at] ?? '') ?? []);
    if (number === null || labels.length < axes.length) return;
    const shape = this.#shapeOf(cells[metric] ?? '', cells);
    if (shape === null) return;
    if (axes.length === 0) {
      const count = this.#counts.get(shape) ?? 0;
      this.#counts.set(shape, count + 1);
      labels.push(count);
    }
    const values = Float64Array.of(...labels, number);
    if (run < 0) this.#sink.record(shape, values, line);
    else this.#runs.add(cells[run] ?? '', { shape, values, line });
  }

  end(): void {
    this.#runs.flush(this.#sink);
  }

  #shapeOf(name: string, cells: readonly string[]): RecordShape | null {
    const { split: at, run, axes } = this.#columns;
    const said = cells[at]?.toLowerCase() ?? '';
    // What is counted here is counted for each run.
    const counted = axes.length === 0;
    const key = `${said}\n${name}\n${counted ? (cells[run] ?? '') : ''}`;
    const known = this.#shapes.get(key);
    if (known !== undefined || this.#shapes.size >= MOST_SHAPES) return known ?? null;
    const field = { name, role: 'value', split: this.#splitOf(name, said) } as const;
    const shape = { fields: [...(counted ? [COUNTED] : axes.map(axis => axis.field)), field] };
    this.#shapes.set(key, shape);
    return shape;
  }

  #splitOf(name: string, said: string): Split | null {
    return SPLIT_WORDS.get(said) ?? (meaningOf(name).split === null ? this.#fileSplit : null);
  }
}

function columnsOf({ header, rows }: TableHead): Columns | null {
  if (header === null) return null;
  const metric = header.findIndex(name => METRIC.test(name));
  const value = header.findIndex(name => VALUE.test(name));
  const axisAt = (role: FieldRole): number => header.findIndex(name => roleOfName(name) === role);
  const axes = (['epoch', 'step'] as const).flatMap(role => {
    const at = axisAt(role);
    return at < 0 ? [] : [{ at, field: { name: header[at]!, role, split: null } }];
  });
  if (metric < 0 || value < 0) return null;
  if (axes.length === 0 && axisAt('time') < 0) return null;
  const split = header.findIndex(
    (name, at) =>
      SPLIT.test(name) && rows.some(row => SPLIT_WORDS.has((row[at] ?? '').toLowerCase())),
  );
  const run = header.findIndex((name, at) => RUN_NAME.test(name) && isSeveral(rows, at));
  return { metric, value, split, run, axes };
}

function isSeveral(rows: TableHead['rows'], at: number): boolean {
  return new Set(rows.map(row => row[at])).size > 1;
}
