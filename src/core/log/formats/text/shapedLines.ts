import { plainText } from '../../ansi';
import { ByteLines } from '../../bytes/byteLines';
import type { LineTaker } from '../../bytes/lineTaker';
import { plainBytes } from '../../bytes/plainBytes';
import { gluedParts } from './glued';
import { type KnownShape, KnownShapes } from './knownShapes';
import { lineKernel, type LineKernel, SAID, SLOW } from './lineKernel';
import { LineNumbers } from './lineNumbers';
import { LinePaths } from './linePaths';
import { LineShape, MOST_RUNS } from './lineShape';
import type { Plan } from './plan';
import { LONGEST_LINE, LineScanner } from './scan';
import { NO_SLOTS, slotMapOf } from './slotMap';
import type { Template } from './template';

const LF = 10;
const CR = 13;
/** Bytes kept of a line. */
const LONGEST_KEPT = 65_536;
/** Shapes remembered unless told otherwise. */
const MOST_SHAPES = 8192;
/** Bytes from which on the kernel is worth its while. */
const WORTH = 128;

/** What becomes of the lines. */
export interface ShapedLineTaker {
  /** The template of a line that `scan` has just read; `null` where it says nothing else. */
  templateOf(shape: number, text: string, scan: LineScanner, line: number): Template | null;
  /** A line with its template; its numbers are in `numbers` of the lines during the call. */
  read(template: Template, line: number): void;
  /** The first line that was cut. */
  tooLong(line: number, kept: number): void;
}

/**
 * Bytes → lines with their templates. A line whose shape was met before is never made into text: its hash finds the
 * template, and only the numbers that the template asks for are read. Any other line is read as text, which is what
 * says what a line means; its shape is then remembered.
 */
export class ShapedLines implements LineTaker {
  readonly numbers: LineNumbers;
  taken = 0;
  readonly #taker: ShapedLineTaker;
  readonly #lines: ByteLines;
  readonly #shape = new LineShape();
  readonly #paths = new LinePaths(this.#shape);
  readonly #scan = new LineScanner();
  readonly #known: KnownShapes;
  /** A line with an end of its own, and one without its terminal control. */
  readonly #copy = new Scratch();
  readonly #plain = new Scratch();
  /** Whether the line at hand was begun with states that CRs have drawn over. */
  #isDrawn = false;

  /** `mostShapes`: a power of two; 0 reads every line as text. */
  constructor(taker: ShapedLineTaker, encoding: string, mostShapes = MOST_SHAPES) {
    this.#taker = taker;
    this.#known = new KnownShapes(mostShapes);
    this.numbers = new LineNumbers(this.#shape, this.#scan);
    this.#lines = new ByteLines(this, {
      encoding,
      redraws: 'all',
      maxLength: LONGEST_KEPT,
      onTooLong: line => taker.tooLong(line, LONGEST_KEPT),
    });
  }

  get isSettled(): boolean {
    return this.#lines.isSettled;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
  }

  line(bytes: Uint8Array, from: number, to: number, line: number): void {
    if (bytes[to] === LF || bytes[to] === CR) {
      this.#shapeAt(bytes, from);
      this.#take(bytes, from, to, line, true);
      return;
    }
    const copy = this.#copy.of(to - from);
    copy.set(bytes.subarray(from, to));
    copy[to - from] = LF;
    this.#shapeAt(copy, 0);
    this.#take(copy, 0, to - from, line, true);
  }

  /** All lines up to `to`; what a CR alone ends is a line too, unless it is blank. */
  run(bytes: Uint8Array, from: number, to: number, line: number): number {
    const kernel = to - from < WORTH ? null : lineKernel();
    kernel?.forget();
    let at = from;
    this.taken = 0;
    this.#isDrawn = false;
    while (at < to) {
      if (kernel !== null) at = this.#many(kernel, bytes, at, to, line + this.taken);
      const end = at < to ? this.#one(bytes, at, line + this.taken) : at;
      if (end === at) break;
      at = end;
    }
    return at;
  }

  /** Takes lines of known shapes from `from` on by the kernel; says where it stopped. */
  #many(kernel: LineKernel, bytes: Uint8Array, from: number, to: number, line: number): number {
    const count = kernel.read(this.#paths, bytes, from, to);
    if (count === 0) return from;
    this.#giveAll(kernel, count, bytes, line);
    this.taken += count;
    this.#isDrawn = bytes[kernel.stopped - 1] === CR;
    return kernel.stopped;
  }

  /** Takes one line; says where the next one begins, `from` where this one is too long. */
  #one(bytes: Uint8Array, from: number, line: number): number {
    const end = this.#shapeAt(bytes, from);
    if (end - from > LONGEST_KEPT) return from;
    const isCr = bytes[end] === CR;
    const isLast = !isCr || bytes[end + 1] === LF;
    const isSaid = this.#take(bytes, from, end, line, isLast && !this.#isDrawn);
    this.#isDrawn = !isLast && (this.#isDrawn || isSaid);
    this.taken++;
    return end + (isCr && isLast ? 2 : 1);
  }

  /** Lines that the kernel has read, of which `line` is the first. */
  #giveAll(
    { lines, values, offset }: LineKernel,
    count: number,
    bytes: Uint8Array,
    line: number,
  ): void {
    const { numbers } = this;
    const paths = this.#paths;
    const taker = this.#taker;
    numbers.begin(bytes, values);
    for (let index = 0; index < count; index++) {
      const entry = SAID * index;
      const shape = lines[entry]!;
      const known = paths.shapeAt(shape & ~SLOW);
      const from = lines[entry + 1]! - offset;
      const end = lines[entry + 2]! - offset;
      if (shape < SLOW) numbers.ofValues(from, end, known, lines[entry + 3]!);
      else {
        this.#shape.scan(bytes, from);
        numbers.ofBytes(bytes, from, end, known.slots);
      }
      known.template.isMet = true;
      taker.read(known.template, line + index);
    }
  }

  /** Takes the shape of the line that begins at `from`, by its path or else by its hash, and returns where it ends. */
  #shapeAt(bytes: Uint8Array, from: number): number {
    const end = this.#paths.match(bytes, from);
    return end >= 0 ? end : this.#shape.scan(bytes, from);
  }

  /** A line whose shape was just taken; `blank`: even if nothing stands in it. Whether anything does. */
  #take(bytes: Uint8Array, from: number, to: number, line: number, blank: boolean): boolean {
    const shape = this.#shape;
    const { found } = this.#paths;
    if (found !== null) return this.#give(found, bytes, from, to, line);
    if (shape.hasControl) return this.#control(bytes, from, to, line, blank);
    if (from === to && !blank) return false;
    const known = this.#known.find(shape.high, shape.low);
    if (known === undefined || to - from > LONGEST_LINE || shape.runs > MOST_RUNS) {
      this.#learn(bytes, from, to, line);
    } else {
      this.#paths.add(bytes, from, to, known);
      this.#give(known, bytes, from, to, line);
    }
    return from < to;
  }

  /** A line whose shape is known, with its runs of digits where the shape noted them. */
  #give(known: KnownShape, bytes: Uint8Array, from: number, to: number, line: number): true {
    this.numbers.ofBytes(bytes, from, to, known.slots);
    known.template.isMet = true;
    this.#taker.read(known.template, line);
    return true;
  }

  #control(bytes: Uint8Array, from: number, to: number, line: number, blank: boolean): boolean {
    const out = this.#plain.of(to - from);
    const length = plainBytes(bytes, from, to, out);
    if (length >= 0) {
      out[length] = LF;
      this.#shape.scan(out, 0);
      return this.#take(out, 0, length, line, blank);
    }
    const text = plainText(this.numbers.text(bytes, from, to));
    if (text !== '' || blank) this.#byText(text, line);
    return text !== '';
  }

  /** `null` where lines of this shape have no one template. */
  #byText(text: string, line: number): Template | null {
    const parts = gluedParts(text);
    for (const part of parts) this.#whole(part, line);
    return parts.length > 0 ? null : this.#whole(text, line);
  }

  #whole(text: string, line: number): Template | null {
    const shape = this.#scan.scan(text);
    const template = this.#taker.templateOf(shape, text, this.#scan, line);
    this.numbers.ofText();
    if (template !== null) this.#taker.read(template, line);
    return template;
  }

  /** Reads a line as text, and remembers its shape. */
  #learn(bytes: Uint8Array, from: number, to: number, line: number): void {
    const { high, low, runs } = this.#shape;
    const template = this.#byText(this.numbers.text(bytes, from, to), line);
    if (template === null || to - from > LONGEST_LINE || runs > MOST_RUNS) return;
    const slots = asksForNumbers(template.plan)
      ? slotMapOf(bytes, from, to, this.#shape, this.#scan)
      : NO_SLOTS;
    if (slots !== null) this.#known.add(high, low, { template, slots, paths: 0 });
  }
}

/** A buffer that grows. */
class Scratch {
  #bytes = new Uint8Array(1024);

  /** Room for a line of this length and its end. */
  of(length: number): Uint8Array {
    if (this.#bytes.length <= length) this.#bytes = new Uint8Array(length * 2);
    return this.#bytes;
  }
}

/** Whether anything that lines of this plan say is a number. */
function asksForNumbers(plan: Plan): boolean {
  const counts = plan.epoch !== null || plan.step !== null || plan.run !== null;
  const isTable = plan.cells !== null || plan.pair !== null;
  return counts || isTable || plan.columns.length > 0 || plan.bar !== null || plan.rank >= 0;
}
