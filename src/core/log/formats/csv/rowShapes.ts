import type { RecordShape } from '../../format';
import type { Column } from './columns';

/** The shapes of a table's rows: one per pattern of which cells hold a number. Axes are in every shape. */
export class RowShapes {
  readonly #columns: readonly Column[];
  readonly #shapes = new Map<string, RecordShape>();
  readonly #present: Uint8Array;
  readonly #last: Uint8Array;
  #shape: RecordShape | null = null;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#present = new Uint8Array(columns.length);
    this.#last = new Uint8Array(columns.length);
  }

  /** Notes whether the cell of a column holds a number in this row. */
  note(column: number, present: boolean): void {
    this.#present[column] = present ? 1 : 0;
  }

  /** The shape of the row just noted. */
  shape(): RecordShape {
    if (this.#shape !== null && this.#present.every((bit, at) => bit === this.#last[at]))
      return this.#shape;
    this.#last.set(this.#present);
    const key = this.#present.join('');
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = {
        fields: this.#columns.filter(
          (column, at) => column !== null && this.#present[at] === 1,
        ) as RecordShape['fields'],
      };
      this.#shapes.set(key, shape);
    }
    this.#shape = shape;
    return shape;
  }
}
