import type { LogSink, RecordField, RecordShape } from '../../format';
import type { Column } from './columns';

/** Patterns of filled cells beyond which they are no patterns any more: rows with further ones are left out. */
const MOST_SHAPES = 10_000;
/** Fields of all shapes together: what bounds the memory of a wide table. */
const MOST_FIELDS = 2_000_000;

interface Known {
  readonly present: Uint8Array;
  readonly shape: RecordShape;
}

/** The shapes of a table's rows: one per pattern of which cells hold a number. Axes are in every shape. */
export class RowShapes {
  readonly #sink: LogSink;
  readonly #columns: readonly Column[];
  /** By a hash of the pattern. */
  readonly #known = new Map<number, Known[]>();
  #count = 0;
  #fields = 0;
  #hasTooMany = false;
  /** By column: 1 where the row at hand has a number. Who changes it says so in `changed`. */
  readonly present: Uint8Array;
  changed = true;
  /** The shape of the row before; that of the row at hand if nothing has changed. */
  current: RecordShape | null = null;

  constructor(columns: readonly Column[], sink: LogSink) {
    this.#columns = columns;
    this.#sink = sink;
    this.present = Uint8Array.from(columns, column =>
      column !== null && column.role !== 'value' ? 1 : 0,
    );
  }

  /** Notes whether the cell of a column holds a number in this row. */
  note(column: number, present: boolean): void {
    const bit = present ? 1 : 0;
    if (this.present[column] === bit) return;
    this.present[column] = bit;
    this.changed = true;
  }

  /** The shape of the row just noted; `null`: there are too many, which is said once. */
  shape(line: number): RecordShape | null {
    if (!this.changed) return this.current;
    this.changed = false;
    let hash = 0;
    for (const bit of this.present) hash = (Math.imul(hash, 31) + bit) | 0;
    const same = this.#known.get(hash);
    this.current = same?.find(each => this.#isPresent(each.present))?.shape ?? null;
    this.current ??= this.#add(hash, line);
    return this.current;
  }

  #isPresent(pattern: Uint8Array): boolean {
    for (let at = 0; at < pattern.length; at++) if (pattern[at] !== this.present[at]) return false;
    return true;
  }

  #add(hash: number, line: number): RecordShape | null {
    if (this.#count >= MOST_SHAPES || this.#fields >= MOST_FIELDS) {
      if (!this.#hasTooMany)
        this.#sink.problem({ code: 'too-many-shapes', line, details: { most: this.#count } });
      this.#hasTooMany = true;
      return null;
    }
    const fields = this.#columns.filter(
      (column, at): column is RecordField => column !== null && this.present[at] === 1,
    );
    const shape = { fields };
    this.#count++;
    this.#fields += this.#columns.length;
    const same = this.#known.get(hash);
    const known = { present: this.present.slice(), shape };
    if (same === undefined) this.#known.set(hash, [known]);
    else same.push(known);
    return shape;
  }
}
