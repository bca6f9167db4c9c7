import { kernelOf } from './kernelOf';
import { KernelText } from './kernelText';
import { putNumberTables } from './numberTables';
import { ROW_KERNEL } from './rowKernelBytes';

/** What a cell is expected to be: nothing, a number, a number or nothing, anything; the rest is for `textProgram`. */
export const EMPTY = 0;
export const VALUE = 1;
export const AXIS = 2;
export const ANYTHING = 3;
const PLACED = 4;
const LITERAL = 5;
const WORD = 8;
/** Columns that a byte can tell. */
const MOST_PLACES = 256;

/** Where things stand in the kernel's memory (rows.kernel.ts). */
const STOPPED = 0;
const PROGRAM = 64;
const PROGRAM_END = 4096;
const COLUMNS = 24_576;
const COLUMNS_END = COLUMNS + 8 * 65_536;
const MOST_ROWS = 1024;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly rows: (
    from: number,
    to: number,
    programEnd: number,
    delimiter: number,
    most: number,
  ) => number;
}

/** A pattern of cells as the kernel wants it. */
export interface RowProgram {
  readonly steps: Uint8Array;
  /** Numbers in a row. */
  readonly width: number;
}

/** The program for cells in a row; `null` where they are too many. */
export function rowProgram(cells: readonly number[]): RowProgram | null {
  const steps: number[] = [];
  const last = cells.length - 1;
  let width = 0;
  cells.forEach((kind, at) => {
    const before = steps.length - 2;
    const following = at < last ? 1 : 0;
    if (kind === VALUE || kind === AXIS) width++;
    if (kind !== EMPTY) steps.push(kind, following);
    else if (steps[before] === EMPTY && steps[before + 1]! < WORD) steps[before + 1]! += following;
    else if (following > 0) steps.push(EMPTY, 1);
  });
  return programOf(steps, width);
}

/**
 * The program for lines that are pieces of text with a number between one and the next, which goes into the column that
 * `places` says; `null` where it would be too long.
 */
export function textProgram(pieces: readonly Uint8Array[], places: Uint16Array): RowProgram | null {
  const steps: number[] = [];
  let width = 1;
  pieces.forEach((piece, at) => {
    for (let from = 0; from < piece.length; from += WORD) {
      const word = [...piece.subarray(from, from + WORD)];
      steps.push(LITERAL, word.length, ...word, ...new Array<number>(WORD - word.length).fill(0));
    }
    if (at === places.length) return;
    steps.push(PLACED, places[at]!);
    width = Math.max(width, places[at]! + 1);
  });
  return width > MOST_PLACES ? null : programOf(steps, width);
}

function programOf(steps: readonly number[], width: number): RowProgram | null {
  const fits = steps.length <= PROGRAM_END - PROGRAM && width > 0 && width * 64 <= 65_536;
  return fits ? { steps: Uint8Array.from(steps), width } : null;
}

/**
 * Rows of a table from their bytes to columns, in WebAssembly: several times as fast as JavaScript. It reads plain rows of
 * one pattern and stops before any other.
 */
export class RowKernel {
  /** The numbers of the rows read last: that of row `r` and place `p` at `p * stride + r`. */
  readonly columns: Float64Array;
  stride = 0;
  readonly #exports: Exports;
  readonly #memory: Uint8Array;
  readonly #stopped: Int32Array;
  #program: RowProgram | null = null;
  readonly #text: KernelText;

  constructor() {
    this.#exports = kernelOf(ROW_KERNEL) as unknown as Exports;
    const { buffer } = this.#exports.memory;
    this.#memory = new Uint8Array(buffer);
    this.#text = new KernelText(this.#memory, COLUMNS_END);
    this.#stopped = new Int32Array(buffer, STOPPED, 1);
    this.columns = new Float64Array(buffer, COLUMNS, (COLUMNS_END - COLUMNS) / 8);
    putNumberTables(buffer);
  }

  /** The bytes may have changed. */
  forget(): void {
    this.#text.forget();
  }

  /** Where the rows end that it has at hand: `start` where it can have none. */
  reach(bytes: Uint8Array, start: number, to: number): number {
    return this.#text.reach(bytes, start, to);
  }

  /** Reads rows from `start` on, as many as there are columns for; says how many. `stopped` is where it stopped. */
  rows(program: RowProgram, start: number, delimiter: number): number {
    if (program !== this.#program) {
      this.#program = program;
      this.#memory.set(program.steps, PROGRAM);
      this.stride = Math.min(MOST_ROWS, Math.floor(this.columns.length / program.width));
    }
    const { offset, end } = this.#text;
    const programEnd = PROGRAM + program.steps.length;
    return this.#exports.rows(start + offset, end, programEnd, delimiter, this.stride);
  }

  get stopped(): number {
    return this.#stopped[0]! - this.#text.offset;
  }
}

let kernel: RowKernel | null | undefined;

/** The kernel, which all tables share; `null` where there is no WebAssembly. */
export function rowKernel(): RowKernel | null {
  if (kernel !== undefined) return kernel;
  try {
    kernel = new RowKernel();
  } catch {
    kernel = null;
  }
  return kernel;
}
