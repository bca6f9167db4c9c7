import type { KnownShape } from './knownShapes';
import { CLASSES, DIGIT, END, JOINTS, POINT } from './lineBytes';
import type { LineShape } from './lineShape';
import { BARS, DIGITS, EXACT, FRACTION, LINE_END, MORE, STAMPED, tokensOf } from './pathTokens';
import { LONGEST_LINE } from './scan';
import { barEnd } from './wordBytes';

/** States of all paths together; beyond them all begins anew. */
const MOST_STATES = 1 << 18;
/** Ways on from one state. */
const MOST_WAYS = 24;
/** Paths of one shape. */
const MOST_PATHS = 8;
const NONE = 0;

/**
 * Lines of known shapes as paths that share their beginnings: a line is compared byte by byte, which is quicker than
 * its hash. Whoever goes a path to its end has the shape that the hash would tell, with the same runs of digits.
 */
export class LinePaths {
  /** The shape of the line that was last looked for; `null`: it is not known. */
  found: KnownShape | null = null;
  readonly #shape: LineShape;
  /** What each state asks for; where that is met, the next state follows, else the one of `#others`. */
  #wanted = new Uint16Array(1024);
  #others = new Int32Array(1024);
  /** The first state by the first byte; all digits begin alike. */
  readonly #roots = new Int32Array(256);
  #shapes: KnownShape[] = [];
  #size = 1;

  /** `shape`: where the runs of a line are noted. */
  constructor(shape: LineShape) {
    this.#shape = shape;
  }

  /** Goes over the line that begins at `from`, whose end must be in the bytes, and returns where it ends; -1: its shape is not known. */
  // eslint-disable-next-line complexity, max-lines-per-function -- a byte kernel: it runs over every byte of a log
  match(bytes: Uint8Array, from: number): number {
    const { starts, ends } = this.#shape;
    const wanted = this.#wanted;
    const others = this.#others;
    let at = from;
    let byte = bytes[at]!;
    let runs = 0;
    this.found = null;
    let state = this.#roots[byte]!;
    while (state !== NONE) {
      const token = wanted[state]!;
      if (token === byte) {
        state++;
        byte = bytes[++at]!;
        continue;
      }
      if (token >= DIGITS) {
        const start = at;
        if (token >= MORE) {
          const sign = token - MORE;
          while (byte === sign) byte = bytes[++at]!;
          if (at > start) {
            state++;
            continue;
          }
        } else if (token === FRACTION) {
          if (byte === POINT && CLASSES[bytes[at + 1]!] === DIGIT) {
            at++;
            do byte = bytes[++at]!;
            while ((byte ^ 48) <= 9);
            ends[runs - 1] = at;
            state++;
            continue;
          }
        } else if (token === LINE_END) {
          if (CLASSES[byte] === END && at - from <= LONGEST_LINE) {
            this.#shape.runs = runs;
            this.found = this.#shapes[others[state + 1]!]!;
            return at;
          }
        } else if (token === BARS) {
          at = barEnd(bytes, at);
          if (at > start) {
            byte = bytes[at]!;
            state++;
            continue;
          }
        } else {
          while ((byte ^ 48) <= 9) byte = bytes[++at]!;
          const isSo =
            token === DIGITS
              ? at > start && (JOINTS[byte] === 0 || CLASSES[bytes[at + 1]!] !== DIGIT)
              : at - start === (token === STAMPED ? 4 : token - EXACT);
          if (isSo) {
            if (token !== STAMPED) {
              starts[runs] = start;
              ends[runs++] = at;
            }
            state++;
            continue;
          }
          at = start;
          byte = bytes[at]!;
        }
      }
      state = others[state]!;
    }
    return -1;
  }

  /** Remembers the line that the shape has just read, which is known to be of this kind. */
  add(bytes: Uint8Array, from: number, to: number, known: KnownShape): void {
    if (known.paths >= MOST_PATHS) return;
    known.paths++;
    const tokens = tokensOf(bytes, from, to, this.#shape);
    if (tokens === null) return;
    this.#makeRoom(tokens.length + 2);
    const isDigit = CLASSES[bytes[from]!] === DIGIT;
    let state = this.#roots[bytes[from]!]!;
    if (state === NONE) {
      if (isDigit) this.#roots.fill(this.#size, 48, 58);
      else this.#roots[bytes[from]!] = this.#size;
      this.#append(tokens, 0, known);
      return;
    }
    for (let at = 0; at < tokens.length; at++) {
      state = this.#way(state, tokens, at, known);
      if (state === NONE) return;
    }
  }

  /** The state behind a token, given the first of its ways; `NONE` where the rest of the path was added or is too much. */
  #way(first: number, tokens: readonly number[], at: number, known: KnownShape): number {
    let state = first;
    for (let ways = 0; ways < MOST_WAYS; ways++) {
      if (this.#wanted[state] === tokens[at]) return state + 1;
      const next = this.#others[state]!;
      if (next === NONE) {
        this.#others[state] = this.#size;
        this.#append(tokens, at, known);
        return NONE;
      }
      state = next;
    }
    return NONE;
  }

  /** The rest of a path, with its shape in the place behind its end. */
  #append(tokens: readonly number[], from: number, known: KnownShape): void {
    for (let at = from; at < tokens.length; at++) this.#wanted[this.#size++] = tokens[at]!;
    this.#others[this.#size++] = this.#shapes.push(known) - 1;
  }

  #makeRoom(more: number): void {
    if (this.#size + more > MOST_STATES) this.#clear();
    if (this.#size + more <= this.#wanted.length) return;
    const length = 2 * (this.#size + more);
    const [wanted, others] = [this.#wanted, this.#others];
    this.#wanted = new Uint16Array(length);
    this.#wanted.set(wanted);
    this.#others = new Int32Array(length);
    this.#others.set(others);
  }

  #clear(): void {
    this.#roots.fill(NONE);
    this.#others.fill(NONE);
    for (const shape of this.#shapes) shape.paths = 0;
    this.#shapes = [];
    this.#size = 1;
  }
}
