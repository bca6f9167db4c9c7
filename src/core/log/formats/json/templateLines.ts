import { KernelRows } from '../../bytes/kernelRows';
import { numberAt } from '../../bytes/numberAt';
import { specialAt } from '../../bytes/specialAt';
import type { LogSink } from '../../format';
import { CLOCK, learnTemplate, type LineTemplate, type Recorded } from './lineTemplate';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const COLON = 58;
const BACKSLASH = 92;
/** Templates kept; the one that matched last is tried first. */
const MOST_TEMPLATES = 8;
/** Lines learned from before it must have paid: each is to save as many lines. */
const LEARNED_FREELY = 64;
const PAYS = 4;

const isDigit = (byte: number): boolean => (byte ^ 48) <= 9;

/** Whether the number at `from`, which ends at `end`, is written as JSON wants it: `.5`, `5.`, `05` and `+5` are not. */
function isJsonNumber(bytes: Uint8Array, from: number, end: number): boolean {
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (!isDigit(bytes[at]!)) return false;
  if (bytes[at] === 48 && isDigit(bytes[at + 1]!)) return false;
  while (at < end && isDigit(bytes[at]!)) at++;
  return bytes[at] !== POINT || isDigit(bytes[at + 1]!);
}

/** Reads a counter of at most nine digits at `from` into `values[index]`; says where it ends, `from` if it is none. */
function counterAt(bytes: Uint8Array, from: number, values: Float64Array, index: number): number {
  let at = from;
  let whole = 0;
  let digit = bytes[at]! ^ 48;
  if (digit === 0 || digit > 9) return from;
  for (; digit <= 9 && at < from + 9; digit = bytes[++at]! ^ 48) whole = whole * 10 + digit;
  const byte = bytes[at]!;
  if (digit <= 9 || byte === POINT || (byte | 32) === 101) return from;
  values[index] = whole;
  return at;
}

/** Where the NaN or infinity at `from` ends, written as Python writes it; `from` where there is none. */
function jsonSpecialAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  index: number,
): number {
  const end = specialAt(bytes, from, to, values, index);
  const at = bytes[from] === MINUS ? from + 1 : from;
  const isNaN =
    end - from === 3 && bytes[from] === 78 && bytes[from + 1] === 97 && bytes[from + 2] === 78;
  const isInfinity =
    end - at === 8 && bytes[at] === 73 && bytes[at + 1] === 110 && bytes[at + 7] === 121;
  return isNaN || isInfinity ? end : from;
}

/** Where the number at `from` ends, as JSON and Python write it; `from` where there is none. */
function jsonNumberAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  values: Float64Array,
  index: number,
): number {
  const counter = counterAt(bytes, from, values, index);
  if (counter > from) return counter;
  const end = numberAt(bytes, from, to, values, index);
  if (end === from) return jsonSpecialAt(bytes, from, to, values, index);
  return isJsonNumber(bytes, from, end) ? end : from;
}

/** Where the text in quotes at `from` ends that begins with a digit and holds a colon; `from` where there is none. */
function clockEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  if (bytes[from] !== QUOTE || !isDigit(bytes[at]!)) return from;
  let hasColon = false;
  for (; bytes[at] !== QUOTE; at++) {
    const byte = bytes[at]!;
    if (byte < 32 || byte >= 127 || byte === BACKSLASH) return from;
    hasColon ||= byte === COLON;
  }
  return hasColon ? at + 1 : from;
}

function bytesMatch(bytes: Uint8Array, from: number, piece: Uint8Array): boolean {
  const { length } = piece;
  let at = 0;
  // Four at a time: one branch for all.
  for (; at + 4 <= length; at += 4) {
    const here = from + at;
    const differs =
      (bytes[here]! ^ piece[at]!) |
      (bytes[here + 1]! ^ piece[at + 1]!) |
      (bytes[here + 2]! ^ piece[at + 2]!) |
      (bytes[here + 3]! ^ piece[at + 3]!);
    if (differs !== 0) return false;
  }
  for (; at < length; at++) if (bytes[from + at] !== piece[at]) return false;
  return true;
}

/** Reads the line at `start` by a template into its values; says where its LF stands, -1 if it is another line. */
function match(template: LineTemplate, bytes: Uint8Array, start: number, to: number): number {
  const { pieces, slots, targets, values } = template;
  let at = start;
  for (let slot = 0; ; slot++) {
    const piece = pieces[slot]!;
    if (at + piece.length >= to || !bytesMatch(bytes, at, piece)) return -1;
    at += piece.length;
    if (slot === slots.length) break;
    const end =
      slots[slot] === CLOCK
        ? clockEnd(bytes, at)
        : jsonNumberAt(bytes, at, to, values, targets[slot]!);
    if (end === at) return -1;
    at = end;
  }
  if (bytes[at] === CR) at++;
  return bytes[at] === LF ? at : -1;
}

/** Lines of JSON straight from their bytes, by the templates of lines that were parsed before. */
export class TemplateLines {
  /** Lines that the last `run` took. */
  taken = 0;
  readonly #sink: LogSink;
  readonly #rows: KernelRows;
  readonly #templates: LineTemplate[] = [];
  #learned = 0;
  #matched = 0;

  constructor(sink: LogSink) {
    this.#sink = sink;
    this.#rows = new KernelRows(sink);
  }

  /** As `LineTaker.run`: takes lines as long as a template fits them. */
  run(bytes: Uint8Array, from: number, to: number, line: number): number {
    this.taken = 0;
    this.#rows.begin(from, to);
    for (let start = from; start < to;) {
      if (this.#rows.isDue()) start = this.#fast(bytes, start, to, line);
      if (start === to) break;
      const end = this.#line(bytes, start, to, line + this.taken);
      if (end < 0) return start;
      this.taken++;
      this.#matched++;
      start = end + 1;
    }
    return to;
  }

  /** Takes lines like the one before by the kernel; says where it stopped. */
  #fast(bytes: Uint8Array, from: number, to: number, line: number): number {
    const template = this.#templates[0];
    if (template?.program == null) return from;
    const rows = this.#rows;
    const end = rows.take(template, LF, bytes, from, to, line + this.taken);
    this.taken += rows.taken;
    this.#matched += rows.taken;
    return end;
  }

  /** Learns from a line that was parsed. */
  learn(
    text: string,
    recorded: (object: Readonly<Record<string, unknown>>, clock: string) => Recorded | null,
  ): void {
    if (this.#learned > LEARNED_FREELY && this.#matched < PAYS * this.#learned) return;
    this.#learned++;
    const template = learnTemplate(text, recorded);
    if (template === null) return;
    this.#templates.unshift(template);
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
  }

  #line(bytes: Uint8Array, start: number, to: number, line: number): number {
    const templates = this.#templates;
    for (let index = 0; index < templates.length; index++) {
      const template = templates[index]!;
      const end = match(template, bytes, start, to);
      if (end < 0) continue;
      if (index > 0) {
        templates.splice(index, 1);
        templates.unshift(template);
      }
      this.#sink.record(template.shape, template.values, line);
      return end;
    }
    return -1;
  }
}
