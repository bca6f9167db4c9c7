import { detectEncoding } from '../../encoding';
import type { LogFormat, LogHead, LogReader, LogSink } from '../../format';
import { LineReader } from '../../lines';
import { cellsOf } from './cells';
import { sniffTable, type TableHead } from './sniff';
import { GroupedTable } from './groupedTable';
import { LongTable } from './longTable';
import { RowCurves } from './rowCurves';
import { WideTable } from './wideTable';

/** Takes the rows of a table whose records do not stand row by row. */
export interface Reshaping {
  row(cells: readonly string[], line: number): void;
  end(): void;
}

interface Shaped {
  readonly table: TableHead;
  readonly open: (sink: LogSink) => Reshaping;
}

function shapeOf(head: LogHead): Shaped | null {
  const table = sniffTable(head.text, head.complete);
  if (table === null || table.delimiter === 'space') return null;
  const open =
    WideTable.of(table) ??
    RowCurves.of(table, head) ??
    LongTable.of(table, head.path) ??
    GroupedTable.of(table, head.path);
  return open === null ? null : { table, open };
}

class ReshapedReader implements LogReader {
  readonly #lines: LineReader;
  readonly #shaped: Shaped;
  readonly #rows: Reshaping;
  readonly #header: string;

  constructor(head: LogHead, sink: LogSink, shaped: Shaped) {
    this.#shaped = shaped;
    this.#rows = shaped.open(sink);
    this.#header = (shaped.table.header ?? []).join('\n');
    this.#lines = new LineReader((text, line) => this.#line(text, line), {
      encoding: detectEncoding(head.bytes),
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#rows.end();
  }

  #line(text: string, line: number): void {
    if (text.trim() === '' || text.trimStart().startsWith('#')) return;
    const cells = cellsOf(text, this.#shaped.table.delimiter);
    if (cells.join('\n') !== this.#header) this.#rows.row(cells, line);
  }
}

const NONE: Reshaping = { row: () => undefined, end: () => undefined };

/** Tables with a column per epoch, with a row per curve, or with a row per value (epoch, metric, value). */
export const reshapedTable: LogFormat = {
  id: 'csv',
  growth: 'append',
  recognize: head => shapeOf(head) !== null,
  open(head, sink) {
    const table: TableHead = { delimiter: ',', header: null, rows: [], comments: [], skipped: 0 };
    return new ReshapedReader(head, sink, shapeOf(head) ?? { table, open: () => NONE });
  },
};
