import { askedNumbers } from './askedNumbers';
import type { KnownShape } from './knownShapes';
import { CLASSES, DIGIT, END, JOINTS, POINT } from './lineBytes';
import type { LineShape } from './lineShape';
import {
  NEXT,
  NODE,
  NODE_BARS,
  NODE_DIGITS,
  NODE_EXACT,
  NODE_FRACTION,
  NODE_LINE_END,
  NODE_LITERAL,
  NODE_LONG,
  NODE_MORE,
  NODE_STAMPED,
  OTHER,
  PathNodes,
  rootOf,
} from './pathNodes';
import { LONG_DIGITS, tokensOf } from './pathTokens';
import { LONGEST_LINE } from './scan';
import { barEnd } from './wordBytes';

/** Nodes and numbers of all paths together (as many as LineKernel has room for); beyond them all begins anew. */
const MOST_NODES = 32_768;
const MOST_NUMBERS = 16_384;
/** Paths of one shape. */
const MOST_PATHS = 8;
/** Integers that say how a number is found. */
const PLACE = 4;

/**
 * Lines of known shapes as paths that share their beginnings: a line is compared byte by byte, which is quicker than
 * its hash. Whoever goes a path to its end has the shape that the hash would tell, with the same runs of digits.
 */
export class LinePaths {
  /** The shape of the line that was last looked for; `null`: it is not known. */
  found: KnownShape | null = null;
  readonly nodes = new PathNodes();
  /** How the numbers that shapes ask for are found, four integers each (see `AskedNumbers`). */
  readonly programs: number[] = [];
  readonly #shape: LineShape;
  #shapes: KnownShape[] = [];
  #places = new Map<KnownShape, number>();

  /** `shape`: where the runs of a line are noted. */
  constructor(shape: LineShape) {
    this.#shape = shape;
  }

  /** The shape at the end of a path, by its number there. */
  shapeAt(index: number): KnownShape {
    return this.#shapes[index]!;
  }

  /** Goes over the line that begins at `from`, whose end must be in the bytes, and returns where it ends; -1: its shape is not known. */
  match(bytes: Uint8Array, from: number): number {
    const { words, roots } = this.nodes;
    let at = from;
    let node = roots[rootOf(bytes[from]!)]!;
    this.found = null;
    this.#shape.runs = 0;
    while (node !== 0) {
      const place = node * NODE;
      if (words[place] === NODE_LINE_END && CLASSES[bytes[at]!] === END) {
        if (at - from > LONGEST_LINE) return -1;
        this.found = this.#shapes[words[place + 1]!]!;
        return at;
      }
      const end = this.#step(bytes, at, node);
      node = words[place + (end < 0 ? OTHER : NEXT)]!;
      if (end >= 0) at = end;
    }
    return -1;
  }

  /** Where what a node asks for ends, given that it stands at `at`; -1: it does not. */
  // eslint-disable-next-line complexity -- a kind of node each, as in lines.kernel.ts
  #step(bytes: Uint8Array, at: number, node: number): number {
    const { words } = this.nodes;
    const argument = words[node * NODE + 1]!;
    let end = at;
    switch (words[node * NODE]) {
      case NODE_LITERAL:
        for (; end - at < argument; end++)
          if (bytes[end] !== this.nodes.byteAt(node, end - at)) return -1;
        return end;
      case NODE_DIGITS:
        end = digitsEnd(bytes, at);
        if (end === at || !isApart(bytes, end)) return -1;
        return this.#run(at, end);
      case NODE_EXACT:
        end = digitsEnd(bytes, at);
        return end - at === argument ? this.#run(at, end) : -1;
      case NODE_FRACTION:
        if (bytes[at] !== POINT || CLASSES[bytes[at + 1]!] !== DIGIT) return -1;
        end = digitsEnd(bytes, at + 1);
        this.#shape.ends[this.#shape.runs - 1] = end;
        return end;
      case NODE_STAMPED:
        end = digitsEnd(bytes, at);
        return end - at === 4 ? end : -1;
      case NODE_LONG:
        end = digitsEnd(bytes, at);
        return end - at >= LONG_DIGITS ? end : -1;
      case NODE_MORE:
        while (bytes[end] === argument) end++;
        return end > at ? end : -1;
      case NODE_BARS:
        end = barEnd(bytes, at);
        return end > at ? end : -1;
      default:
        return -1;
    }
  }

  #run(start: number, end: number): number {
    const shape = this.#shape;
    shape.starts[shape.runs] = start;
    shape.ends[shape.runs++] = end;
    return end;
  }

  /** Remembers the line that the shape has just read, which is known to be of this kind. */
  add(bytes: Uint8Array, from: number, to: number, known: KnownShape): void {
    if (known.paths >= MOST_PATHS) return;
    known.paths++;
    const tokens = tokensOf(bytes, from, to, this.#shape, known.template.isPure);
    if (tokens === null) return;
    known.asked ??= askedNumbers(known.template.plan, known.slots);
    const more = this.programs.length / PLACE + Math.max(known.asked.count, 0);
    if (this.nodes.size + tokens.length > MOST_NODES || more > MOST_NUMBERS) this.#clear();
    const program = this.#programOf(known, known.asked.program);
    const index = this.#shapes.push(known) - 1;
    this.nodes.add(rootOf(bytes[from]!), tokens, [index, program, known.asked.count]);
  }

  /** Where the program of a shape stands. */
  #programOf(known: KnownShape, program: readonly number[]): number {
    const place = this.#places.get(known) ?? this.programs.length;
    if (this.#places.has(known)) return place;
    this.#places.set(known, place);
    for (const each of program) this.programs.push(each);
    return place;
  }

  #clear(): void {
    for (const shape of this.#shapes) shape.paths = 0;
    this.#shapes = [];
    this.#places = new Map();
    this.programs.length = 0;
    this.nodes.clear();
  }
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at]! ^ 48) <= 9) at++;
  return at;
}

/** Whether digits that end at `at` end there for good: no date, time, fraction or grouped number goes on. */
function isApart(bytes: Uint8Array, at: number): boolean {
  return JOINTS[bytes[at]!] === 0 || CLASSES[bytes[at + 1]!] !== DIGIT;
}
