import { numberAt } from '../../bytes/numberAt';
import { KernelRows, type RowKind } from '../../bytes/kernelRows';
import { ANYTHING, AXIS, EMPTY, rowProgram, VALUE } from '../../bytes/rowKernel';
import { specialAt } from '../../bytes/specialAt';
import type { LogSink, RecordShape } from '../../format';
import type { Column } from './columns';
import type { RowShapes } from './rowShapes';

const LF = 10;
const CR = 13;
const BLANK = 32;
const QUOTE = 34;
const HASH = 35;
/** A longer text is no number (numbers.ts), a longer row is cut (byteLines.ts). */
const LONGEST_NUMBER = 64;
const LONGEST_ROW = 1_048_576;

/**
 * Rows straight from their bytes: cells that are numbers or empty, in columns that are read, and anything without quotes in
 * the others. Every other row is left to who reads rows as text; both give the same records.
 */
export class NumberRows {
  /** Lines that the last `run` took. */
  taken = 0;
  readonly #delimiter: number;
  readonly #kinds: Uint8Array;
  readonly #shapes: RowShapes;
  readonly #values: Float64Array;
  readonly #sink: LogSink;
  /** What the kernel is told of each shape; without a program: nothing. */
  readonly #rowKinds = new Map<RecordShape, RowKind>();
  readonly #rows: KernelRows;

  constructor(delimiter: string, columns: readonly Column[], shapes: RowShapes, sink: LogSink) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#kinds = Uint8Array.from(columns, column =>
      column === null ? ANYTHING : column.role === 'value' ? VALUE : AXIS,
    );
    this.#shapes = shapes;
    this.#values = new Float64Array(columns.length + 1);
    this.#sink = sink;
    this.#rows = new KernelRows(sink);
  }

  /** As `LineTaker.run`: takes rows as long as they are plain. */
  run(bytes: Uint8Array, from: number, to: number, line: number): number {
    this.taken = 0;
    this.#rows.begin(from, to);
    for (let start = from; ;) {
      if (this.#rows.isDue()) start = this.#fast(bytes, start, to, line);
      const end = start < to ? this.#row(bytes, start, to, line + this.taken) : start;
      if (end === start) return start;
      this.taken++;
      start = end;
    }
  }

  /** Takes rows like the one before by the kernel; says where it stopped. */
  #fast(bytes: Uint8Array, from: number, to: number, line: number): number {
    const { changed, current: shape } = this.#shapes;
    if (changed || shape === null) return from;
    const kind = this.#kindOf(shape);
    if (kind.program === null) return from;
    const rows = this.#rows;
    const end = rows.take(kind, this.#delimiter, bytes, from, to, line + this.taken);
    this.taken += rows.taken;
    return end;
  }

  #kindOf(shape: RecordShape): RowKind {
    const known = this.#rowKinds.get(shape);
    if (known !== undefined) return known;
    const { present } = this.#shapes;
    const cells = Array.from(this.#kinds, (kind, at) =>
      kind === VALUE && present[at] === 0 ? EMPTY : kind,
    );
    const program = cells.includes(VALUE) ? rowProgram(cells) : null;
    const kind = { shape, program, constants: [] };
    this.#rowKinds.set(shape, kind);
    return kind;
  }

  /** Reads the row that begins at `start`; says where the next one begins, `start` if this one is not plain. */
  // eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: calls would cost more than the work
  #row(bytes: Uint8Array, start: number, to: number, line: number): number {
    const kinds = this.#kinds;
    const values = this.#values;
    const delimiter = this.#delimiter;
    const shapes = this.#shapes;
    const { present } = shapes;
    const last = kinds.length - 1;
    let at = start;
    let count = 0;
    let measured = false;
    let byte = bytes[at]!;
    while (byte === BLANK) byte = bytes[++at]!;
    if (byte === HASH) return start;
    for (let column = 0; ; column++) {
      const kind = kinds[column]!;
      // Most cells of a sparse table: empty, as in the row before.
      if (byte === delimiter && kind === VALUE && present[column] === 0 && column !== last) {
        byte = bytes[++at]!;
        continue;
      }
      if (kind === ANYTHING) {
        while (byte !== delimiter && byte >= BLANK && byte !== QUOTE) byte = bytes[++at]!;
      } else {
        while (byte === BLANK) byte = bytes[++at]!;
        if (byte === delimiter || byte === LF || byte === CR) {
          // An empty cell.
          if (kind === AXIS) values[count++] = NaN;
          else if (present[column] === 1) {
            present[column] = 0;
            shapes.changed = true;
          }
        } else {
          // A counter needs no more than this.
          let end = at;
          let whole = 0;
          for (let digit = byte ^ 48; digit <= 9 && end - at < 9; digit = bytes[end]! ^ 48) {
            whole = whole * 10 + digit;
            end++;
          }
          byte = bytes[end]!;
          if (end > at && (byte === delimiter || byte === LF || byte === CR)) values[count] = whole;
          else {
            end = numberAt(bytes, at, to, values, count);
            if (end === at) end = specialAt(bytes, at, to, values, count);
            if (end === at || end - at > LONGEST_NUMBER) return start;
            byte = bytes[end]!;
          }
          at = end;
          while (byte === BLANK) byte = bytes[++at]!;
          count++;
          measured ||= kind === VALUE;
          if (present[column] === 0) {
            present[column] = 1;
            shapes.changed = true;
          }
        }
      }
      if (column === last) break;
      if (byte !== delimiter) return start;
      byte = bytes[++at]!;
    }
    // More cells than columns: they go nowhere.
    if (byte === delimiter)
      while ((byte >= BLANK && byte !== QUOTE) || byte === delimiter) byte = bytes[++at]!;
    if (byte === CR) byte = bytes[++at]!;
    if (byte !== LF || at - start > LONGEST_ROW) return start;
    if (measured) {
      const shape = shapes.changed ? shapes.shape(line) : shapes.current;
      if (shape !== null) this.#sink.record(shape, values, line);
    }
    return at + 1;
  }
}
