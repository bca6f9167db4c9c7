import { ByteLines } from '../bytes/byteLines';
import type { LineTaker } from '../bytes/lineTaker';
import { detectEncoding } from '../encoding';
import { meaningOfFile } from '../fileName';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { cellsOf, endsInsideQuotes } from './csv/cells';
import { type Column, columnsOf } from './csv/columns';
import { explainColumns } from './csv/explainColumns';
import { headerlessColumns } from './csv/headerless';
import { isTrainingTable } from './csv/isTraining';
import { PerRun } from './csv/perRun';
import { TableSection } from './csv/section';
import { sniffTable, type TableHead } from './csv/sniff';
import { columnsOfTooWide } from './csv/tooWide';

/** A quote that is still open after so many lines was no quote. */
const MOST_LINES_A_ROW = 100;

/** A table and its columns as the head shows them; `null`: no training log. */
function understand(head: LogHead): { table: TableHead; columns: Column[] } | null {
  const table = sniffTable(head.text, head.complete);
  if (table === null) return null;
  if (table.header === null) {
    const columns = headerlessColumns(table, head.path);
    return columns === null ? null : { table, columns };
  }
  const monitor = monitorColumns(table);
  if (monitor !== null) return { table, columns: monitor };
  const columns = columnsOf(table.header, table.rows, head.path);
  return isTrainingTable(table, columns, head.path) ? { table, columns } : null;
}

/** Episode monitors of Gym and Stable-Baselines: a JSON comment with `t_start`, then reward, length, time. */
function monitorColumns(table: TableHead): Column[] | null {
  const isMonitor = table.comments.some(comment => comment.includes('"t_start"'));
  if (!isMonitor || !table.header?.includes('r')) return null;
  const names: Record<string, Column> = {
    r: { name: 'reward (r)', role: 'value', split: 'train' },
    l: { name: 'length (l)', role: 'value', split: 'train' },
    t: { name: 't', role: 'time', split: null },
  };
  return table.header.map(name => names[name] ?? null);
}

/** Reads rows one by one: plain ones straight from their bytes, the others as text. */
class CsvReader implements LogReader, LineTaker {
  readonly #sink: LogSink;
  readonly #lines: ByteLines;
  readonly #table: TableHead;
  readonly #path: string;
  /** Lines of a row that goes on because a quote is open. */
  readonly #held: { readonly text: string; readonly line: number }[] = [];
  /** Where the columns are those of several runs. */
  readonly #perRun: PerRun | null;
  #section: TableSection;
  /** Lines to go before the header. */
  #toSkip: number;

  constructor(head: LogHead, sink: LogSink, table: TableHead, columns: readonly Column[]) {
    this.#sink = sink;
    this.#table = table;
    this.#path = head.path;
    this.#toSkip = table.skipped;
    this.#perRun = PerRun.of(columns);
    this.#section = new TableSection(table.header ?? [], columns, table.delimiter, sink);
    this.#lines = new ByteLines(this, {
      encoding: detectEncoding(head.bytes),
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  get taken(): number {
    return this.#section.plain?.taken ?? 0;
  }

  run(bytes: Uint8Array, from: number, to: number, line: number): number {
    const { plain } = this.#section;
    if (plain === null || this.#perRun !== null || this.#toSkip > 0) return from;
    if (this.#held.length === 0) return plain.run(bytes, from, to, line);
    plain.taken = 0;
    return from;
  }

  line(_: Uint8Array, from: number, to: number, line: number): void {
    if (this.#section.columns.length === 0) return;
    this.#line(this.#lines.text(from, to), line);
  }

  get isSettled(): boolean {
    return this.#perRun === null && this.#held.length === 0 && this.#lines.isSettled;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#giveUp();
    this.#perRun?.flush(this.#sink);
  }

  #line(text: string, line: number): void {
    const held = this.#held;
    if (held.length === 0) {
      if (text.trim() === '' || text.trimStart().startsWith('#')) return;
      if (this.#toSkip > 0) {
        this.#toSkip--;
        return;
      }
      if (this.#table.delimiter === 'space' || !endsInsideQuotes(text)) {
        this.#row(text, line);
        return;
      }
    }
    held.push({ text, line });
    if (held.length === 1) return;
    if (endsInsideQuotes(text)) {
      const lines = held.splice(0);
      this.#row(lines.map(each => each.text).join('\n'), lines[0]!.line);
    } else if (held.length > MOST_LINES_A_ROW) this.#giveUp();
  }

  /** A quote that nothing closes was no quote: every line held back is a row of its own. */
  #giveUp(): void {
    for (const { text, line } of this.#held.splice(0)) this.#row(text, line);
  }

  #row(text: string, line: number): void {
    const cells = cellsOf(text, this.#table.delimiter);
    const section = this.#section;
    const next = this.#perRun === null ? section.below(cells, this.#path) : null;
    if (next !== null) this.#section = next;
    else if (section.isHeader(cells)) return;
    else if (cells.length < section.columns.length) {
      this.#sink.problem({
        code: 'bad-row',
        line,
        details: { cells: cells.length, expected: section.columns.length },
      });
    } else if (this.#perRun === null) section.row(cells, line);
    else this.#perRun.add(section.numbers(cells, line), line);
  }
}

const NO_TABLE: TableHead = { delimiter: ',', header: null, rows: [], comments: [], skipped: 0 };

/** Tables: CSV, TSV, semicolons, bars or blanks between the cells; with a header or without. */
export const csv: LogFormat = {
  id: 'csv',
  growth: 'append',
  recognize: head => understand(head) !== null || columnsOfTooWide(head) > 0,
  open(head, sink) {
    const most = columnsOfTooWide(head);
    if (most > 0) sink.problem({ code: 'too-many-columns', line: 1, details: { most } });
    const understood = understand(head) ?? { table: NO_TABLE, columns: [] };
    const { table, columns } = understood;
    // A list of numbers is of epochs, unless it is longer than trainings are.
    const isList = table.header === null && columns.length === 1 && head.complete;
    if (isList && !/reward|return/.test(meaningOfFile(head.path).metric))
      sink.mark({ kind: 'unit', unit: 'epoch', line: 1 });
    if (sink.explain) explainColumns(table.header, columns, sink.explain);
    return new CsvReader(head, sink, table, columns);
  },
};
