import type { Column } from './plan';

/** Which columns of a template are shares of so many samples (`9823/10000`), and of how many, as far as was read. */
export class Shares {
  /** Slots to divide by; -1: none. */
  readonly divisors: Int16Array;
  readonly scales: Float64Array;
  /** NaN: not read yet; 0: it differs from line to line. */
  readonly #sizes: Float64Array;
  /** Grows whenever another size is known. */
  version = 0;

  private constructor(columns: readonly Column[]) {
    this.divisors = Int16Array.from(columns, column => column.divisor);
    this.scales = Float64Array.from(columns, column => column.scale ?? 1);
    this.#sizes = new Float64Array(columns.length).fill(NaN);
  }

  /** `null` where no column is a share. */
  static of(columns: readonly Column[]): Shares | null {
    return columns.some(column => column.divisor >= 0) ? new Shares(columns) : null;
  }

  /** A line says of how many a column is a share. */
  note(column: number, size: number): void {
    const known = this.#sizes[column]!;
    if (known === size || known === 0) return;
    this.#sizes[column] = known === known ? 0 : size;
    this.version++;
  }

  /** Of how many samples a column is a share; `null` where that is not known or not always the same. */
  sizeOf(column: number): number | null {
    const size = this.#sizes[column]!;
    return size > 0 ? size : null;
  }
}
