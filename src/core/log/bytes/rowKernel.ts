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
const RUNS_COUNT = 1;
const ENDS = 64;
const RUNS = 24_576;
const PROGRAMS = 32_768;
const LONGEST_PROGRAM = 4096;
const COLUMNS = 65_536;
const COLUMNS_END = COLUMNS + 8 * 65_536;
const MOST_ROWS = 1024;
/** Programs that it knows at once. */
export const MOST_PROGRAMS = 8;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly rows: (
    from: number,
    to: number,
    programs: number,
    first: number,
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
  const fits = steps.length <= LONGEST_PROGRAM && width > 0 && width * 64 <= 65_536;
  return fits ? { steps: Uint8Array.from(steps), width } : null;
}

/**
 * Rows of a table from their bytes to columns, in WebAssembly: several times as fast as JavaScript. It reads plain rows of
 * the patterns that it is given and stops before any other.
 */
export class RowKernel {
  /** The numbers of the rows read last: that of row `r` and place `p` at `p * stride + r`. */
  readonly columns: Float64Array;
  stride = 0;
  /** Runs of rows of one program among those read last: which program, how many rows. */
  readonly runs: Int32Array;
  readonly #exports: Exports;
  readonly #memory: Uint8Array;
  readonly #said: Int32Array;
  readonly #ends: Int32Array;
  #programs: readonly RowProgram[] = [];
  readonly #text: KernelText;

  constructor() {
    this.#exports = kernelOf(ROW_KERNEL) as unknown as Exports;
    const { buffer } = this.#exports.memory;
    this.#memory = new Uint8Array(buffer);
    this.#text = new KernelText(this.#memory, COLUMNS_END);
    this.#said = new Int32Array(buffer, STOPPED, 2);
    this.#ends = new Int32Array(buffer, ENDS, MOST_PROGRAMS);
    this.runs = new Int32Array(buffer, RUNS, 2 * MOST_ROWS);
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

  /**
   * Reads rows from `start` on, as many as there are columns for; says how many. `first`: the program to try first; an array
   * of programs stays as it is. `stopped` is where it stopped.
   */
  rows(programs: readonly RowProgram[], first: number, start: number, delimiter: number): number {
    if (programs !== this.#programs) this.#take(programs);
    const { offset, end } = this.#text;
    const { stride } = this;
    return this.#exports.rows(start + offset, end, programs.length, first, delimiter, stride);
  }

  get stopped(): number {
    return this.#said[STOPPED]! - this.#text.offset;
  }

  get runCount(): number {
    return this.#said[RUNS_COUNT]!;
  }

  #take(programs: readonly RowProgram[]): void {
    this.#programs = programs;
    const width = Math.max(...programs.map(program => program.width));
    this.stride = Math.min(MOST_ROWS, Math.floor(this.columns.length / width));
    programs.forEach(({ steps }, at) => {
      const place = PROGRAMS + at * LONGEST_PROGRAM;
      this.#memory.set(steps, place);
      this.#ends[at] = place + steps.length;
    });
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
