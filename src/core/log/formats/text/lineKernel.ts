import { kernelOf } from '../../bytes/kernelOf';
import { KernelText } from '../../bytes/kernelText';
import { putNumberTables } from '../../bytes/numberTables';
import { LINE_KERNEL } from './lineKernelBytes';
import type { LinePaths } from './linePaths';
import {
  ARGUMENT,
  NEXT,
  NODE,
  NODE_LINE_END,
  NODE_LITERAL,
  OTHER,
  type PathNodes,
  rootOf,
} from './pathNodes';

/** Where things stand in the kernel's memory (lines.kernel.ts). */
const STOPPED = 0;
const ROOTS = 26_624;
const LINES = 28_672;
const MOST_LINES = 2048;
/** Integers that are said of a line. */
export const SAID = 4;
const VALUES = 65_536;
const PROGRAMS = 327_680;
const PROGRAMS_END = 589_824;
const NODES = PROGRAMS_END;
const TEXT = 1_638_400;
const NODE_BYTES = 4 * NODE;
/** A bit for each of the bytes of a literal. */
const ALL_BYTES = 0xffff;
const ZERO = rootOf(48);
/** The integer of the last node of a path that says where its program is. */
const PROGRAM = 2;
/** The first node that there is. */
const FIRST = 1;
/** Its runs are told by their place, four bytes each. */
const RUN = 4;
/** Said with a line whose numbers were left. */
export const SLOW = 1_073_741_824;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly lines: (from: number, to: number, most: number) => number;
}

/**
 * Lines on known paths, with the numbers that their shapes ask for, in WebAssembly: several times as fast as
 * JavaScript. It stops before a line that is on no path.
 */
export class LineKernel {
  /** For each line that was read the place of its shape among the paths, with `SLOW` perhaps; where in the memory it begins and ends; which of the values is its first. */
  readonly lines: Int32Array;
  /** The numbers of these lines, one after the other. */
  readonly values: Float64Array;
  readonly #exports: Exports;
  readonly #text: KernelText;
  readonly #stopped: Int32Array;
  readonly #roots: Int32Array;
  readonly #nodes: Int32Array;
  readonly #programs: Int32Array;
  /** Whose paths are in its memory, how many nodes and integers of programs of them. */
  #owner: LinePaths | null = null;
  #times = 0;
  #size = FIRST;
  #program = 0;

  constructor() {
    this.#exports = kernelOf(LINE_KERNEL) as unknown as Exports;
    const { buffer } = this.#exports.memory;
    this.#text = new KernelText(new Uint8Array(buffer), TEXT);
    this.#stopped = new Int32Array(buffer, STOPPED, 1);
    this.lines = new Int32Array(buffer, LINES, SAID * MOST_LINES);
    this.values = new Float64Array(buffer, VALUES, (PROGRAMS - VALUES) / 8);
    this.#roots = new Int32Array(buffer, ROOTS, 256);
    this.#nodes = new Int32Array(buffer, NODES, (TEXT - NODES) / 4);
    this.#programs = new Int32Array(buffer, PROGRAMS, (PROGRAMS_END - PROGRAMS) / 4);
    putNumberTables(buffer);
  }

  /** The bytes may have changed. */
  forget(): void {
    this.#text.forget();
  }

  /** Reads lines from `start` on as long as they are on a path and there is room; says how many. */
  read(paths: LinePaths, bytes: Uint8Array, start: number, to: number): number {
    if (this.#text.reach(bytes, start, to) <= start) return 0;
    this.#take(paths);
    const { offset, end } = this.#text;
    return this.#exports.lines(start + offset, end, MOST_LINES);
  }

  /** What a place in the bytes is to be added to for its place in the kernel's memory. */
  get offset(): number {
    return this.#text.offset;
  }

  /** Where it stopped. */
  get stopped(): number {
    return this.#stopped[0]! - this.#text.offset;
  }

  /** Brings the paths in its memory up to date. */
  #take(paths: LinePaths): void {
    const { nodes } = paths;
    if (this.#owner !== paths || this.#times !== nodes.cleared) this.#forgetPaths(paths);
    else if (nodes.size === this.#size) return;
    for (const node of nodes.changed) if (node < this.#size) this.#put(nodes.words, node);
    for (let node = this.#size; node < nodes.size; node++) this.#put(nodes.words, node);
    if (nodes.isRerooted || this.#size === FIRST) this.#takeRoots(nodes);
    this.#takePrograms(paths.programs);
    nodes.changed.clear();
    this.#size = nodes.size;
  }

  #forgetPaths(paths: LinePaths): void {
    this.#owner = paths;
    this.#times = paths.nodes.cleared;
    this.#size = FIRST;
    this.#program = 0;
  }

  #takePrograms(programs: readonly number[]): void {
    for (let at = this.#program; at < programs.length; at++)
      this.#programs[at] = programs[at]! * (at % 2 === 0 ? RUN : 1);
    this.#program = programs.length;
  }

  #takeRoots(nodes: PathNodes): void {
    nodes.isRerooted = false;
    nodes.roots.forEach((node, byte) => (this.#roots[byte] = placeOf(node)));
    this.#roots.fill(this.#roots[ZERO]!, ZERO, ZERO + 10);
  }

  #put(words: Int32Array, node: number): void {
    const from = node * NODE;
    this.#nodes.set(words.subarray(from, from + NODE), from);
    this.#nodes[from + NEXT] = placeOf(words[from + NEXT]!);
    this.#nodes[from + OTHER] = placeOf(words[from + OTHER]!);
    if (words[from] === NODE_LITERAL)
      this.#nodes[from + ARGUMENT] = lengthWithRest(words[from + ARGUMENT]!);
    if (words[from] === NODE_LINE_END)
      this.#nodes[from + PROGRAM] = PROGRAMS + 4 * words[from + PROGRAM]!;
  }
}

/** How long a literal is, and above it a bit for each of sixteen bytes that is not of it. */
function lengthWithRest(length: number): number {
  return (((ALL_BYTES << length) & ALL_BYTES) << 8) | length;
}

/** Where a node stands in the memory. */
function placeOf(node: number): number {
  return node === 0 ? 0 : NODES + node * NODE_BYTES;
}

let kernel: LineKernel | null | undefined;

/** The kernel, which all texts share; `null` where there is no WebAssembly. */
export function lineKernel(): LineKernel | null {
  if (kernel !== undefined) return kernel;
  try {
    kernel = new LineKernel();
  } catch {
    kernel = null;
  }
  return kernel;
}
