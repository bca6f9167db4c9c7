import type { LogSink, RecordField, RecordShape, Split } from '../../format';
import { meaningOf } from '../../name';
import { numberIn } from '../../numbers';
import { SPLIT_WORDS } from '../../vocabulary';
import { type Column, columnsOf } from './columns';
import { HeldRuns, RUN_NAME } from './heldRuns';
import { isTrainingTable } from './isTraining';
import type { TableHead } from './sniff';

const SPLIT = /^(?:split|phase|mode|stage|set|subset|partition|dataset)$/i;
const MOST_SHAPES = 10_000;
/** Share of the cells that must be words of a split. */
const MOST_OF = 0.8;

interface Grouping {
  readonly columns: readonly Column[];
  /** -1: none. */
  readonly split: number;
  readonly keys: readonly number[];
}

/** A table whose rows say in words what they were computed on, or in which of several trainings that went on side by side. */
export class GroupedTable {
  readonly #sink: LogSink;
  readonly #grouping: Grouping;
  readonly #shapes = new Map<string, RecordShape>();
  readonly #runs = new HeldRuns();

  private constructor(sink: LogSink, grouping: Grouping) {
    this.#sink = sink;
    this.#grouping = grouping;
  }

  /** How to read a table of this shape; `null`: it is none. */
  static of(table: TableHead, path: string): ((sink: LogSink) => GroupedTable) | null {
    const { header, rows } = table;
    if (header === null) return null;
    const split = header.findIndex((name, at) => SPLIT.test(name) && isOfSplits(rows, at));
    const named = header.flatMap((name, at) => (RUN_NAME.test(name) ? [at] : []));
    const keys = isInterleaved(rows, named) ? named : [];
    if (split < 0 && keys.length === 0) return null;
    const aside = new Set([split, ...keys]);
    const columns = columnsOf(header, rows, path).map((column, at) =>
      aside.has(at) ? null : column,
    );
    const hasAxis = columns.some(column => column?.role === 'epoch' || column?.role === 'step');
    const own = withoutColumns(table, aside);
    if (!hasAxis || !isTrainingTable(own, withoutNulls(columns, aside), path)) return null;
    return sink => new GroupedTable(sink, { columns, split, keys });
  }

  row(cells: readonly string[], line: number): void {
    const { columns, split, keys } = this.#grouping;
    if (cells.length < columns.length) return;
    const said = SPLIT_WORDS.get((cells[split] ?? '').toLowerCase()) ?? null;
    const numbers = columns.map((column, at) => (column === null ? null : labelIn(cells[at]!)));
    const shape = this.#shapeOf(numbers, said);
    if (shape === null) return;
    const values = Float64Array.from(numbers.flatMap(number => number ?? []));
    if (keys.length === 0) {
      this.#sink.record(shape, values, line);
      return;
    }
    this.#runs.add(keys.map(at => cells[at]!).join(' '), { shape, values, line });
  }

  end(): void {
    this.#runs.flush(this.#sink);
  }

  /** The fields of the cells that hold a number; `null`: no value among them. */
  #shapeOf(numbers: readonly (number | null)[], said: Split | null): RecordShape | null {
    const key = `${said ?? ''} ${numbers.map(number => (number === null ? '0' : '1')).join('')}`;
    const known = this.#shapes.get(key);
    if (known !== undefined || this.#shapes.size >= MOST_SHAPES) return known ?? null;
    const fields = this.#grouping.columns.flatMap((column, at) =>
      column === null || numbers[at] === null ? [] : [withSplit(column, said)],
    );
    if (!fields.some(field => field.role === 'value')) return null;
    const shape = { fields };
    this.#shapes.set(key, shape);
    return shape;
  }
}

/** The split of a row is that of its values, except where a name says another one. */
function withSplit(field: RecordField, said: Split | null): RecordField {
  if (field.role !== 'value' || said === null) return field;
  const { split, kind } = meaningOf(field.name);
  return split !== null || kind === 'rate' ? field : { ...field, split: said };
}

function labelIn(cell: string): number | null {
  return numberIn(/^(\d{1,9})\/\d{1,9}$/.exec(cell)?.[1] ?? cell);
}

function isOfSplits(rows: TableHead['rows'], at: number): boolean {
  const words = rows.filter(row => SPLIT_WORDS.has((row[at] ?? '').toLowerCase()));
  return words.length > 1 && words.length >= MOST_OF * rows.length;
}

/** Whether rows of one run stand between those of another: runs that follow each other are told by their counters. */
function isInterleaved(rows: TableHead['rows'], keys: readonly number[]): boolean {
  const names = rows.map(row => keys.map(at => row[at] ?? '').join(' '));
  const changes = names.filter((name, at) => at > 0 && name !== names[at - 1]).length;
  return keys.length > 0 && changes >= new Set(names).size;
}

function withoutColumns(table: TableHead, aside: ReadonlySet<number>): TableHead {
  const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, at) => !aside.has(at));
  return { ...table, header: kept(table.header ?? []), rows: table.rows.map(kept) };
}

function withoutNulls(columns: readonly Column[], aside: ReadonlySet<number>): Column[] {
  return columns.filter((_, at) => !aside.has(at));
}
