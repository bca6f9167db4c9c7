import { floatAt } from '../../bytes/fields';

/** Keys of fields, as in `event.ts`. */
const WALL_TIME = 0x09;
const STEP = 0x10;
const SUMMARY = 0x2a;
const VALUE = 0x0a;
const TAG = 0x0a;
const SIMPLE_VALUE = 0x15;
const TENSOR = 0x42;
/** A tensor of one float: its type, a shape without dimensions, and its bytes or a list of one. */
const FLOAT = [0x08, 1, 0x12, 0] as const;
const CONTENT = 0x22;
const FLOATS = 0x2a;
/** What TensorFlow 2 writes behind it: `metadata { plugin_data { plugin_name: "scalars" } }`. */
const SCALARS = Uint8Array.from([
  0x4a,
  11,
  0x0a,
  9,
  0x0a,
  7,
  ...new TextEncoder().encode('scalars'),
]);
const FLOAT_SIZE = 10;
/** Bytes of a length that need no second one; steps of as many bytes are read here. */
const SHORT = 128;
const LONGEST_STEP = 4;

/**
 * The event that nearly all are: time, step, and one number under a tag, in the order that every writer has. One object
 * for all of them, so that reading one makes nothing; the time, which most share with the one before, is not even read.
 */
export class PlainEvent {
  timeAt = 0;
  step = 0;
  tagFrom = 0;
  tagTo = 0;
  value = 0;
  isTensor = false;

  /** Whether `bytes[from, to)` is such an event; else its parts say nothing. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from + 9;
    if (bytes[from] !== WALL_TIME || at > to) return false;
    this.step = 0;
    if (bytes[at] === STEP) {
      at = this.#readStep(bytes, at + 1);
      if (at < 0) return false;
    }
    at = valueOf(bytes, at, to);
    if (at < 0 || bytes[at] !== TAG || bytes[at + 1]! >= SHORT) return false;
    this.tagFrom = at + 2;
    this.tagTo = at + 2 + bytes[at + 1]!;
    if (!this.#readValue(bytes, this.tagTo, to)) return false;
    this.timeAt = from + 1;
    return true;
  }

  #readStep(bytes: Uint8Array, from: number): number {
    let step = 0;
    for (let i = 0; i < LONGEST_STEP; i++) {
      const byte = bytes[from + i]!;
      step |= (byte & 127) << (7 * i);
      if (byte >= SHORT) continue;
      this.step = step;
      return from + i + 1;
    }
    return -1;
  }

  #readValue(bytes: Uint8Array, at: number, to: number): boolean {
    if (bytes[at] === SIMPLE_VALUE && at + 5 === to) {
      this.isTensor = false;
      this.value = floatAt(bytes, at + 1);
      return true;
    }
    if (bytes[at] !== TENSOR || bytes[at + 1] !== FLOAT_SIZE || !isFloat(bytes, at + 2))
      return false;
    this.isTensor = true;
    this.value = floatAt(bytes, at + 2 + FLOAT_SIZE - 4);
    return at + 2 + FLOAT_SIZE === to || isScalars(bytes, at + 2 + FLOAT_SIZE, to);
  }
}

/** Where the only value of the summary at `at` begins; -1: there are others, or other things beside it. */
function valueOf(bytes: Uint8Array, at: number, to: number): number {
  const isSummary =
    bytes[at] === SUMMARY && bytes[at + 1]! < SHORT && at + 2 + bytes[at + 1]! === to;
  return isSummary && bytes[at + 2] === VALUE && at + 4 + bytes[at + 3]! === to ? at + 4 : -1;
}

function isFloat(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < FLOAT.length; i++) if (bytes[at + i] !== FLOAT[i]) return false;
  const key = bytes[at + FLOAT.length];
  return (key === CONTENT || key === FLOATS) && bytes[at + FLOAT.length + 1] === 4;
}

function isScalars(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== SCALARS.length) return false;
  for (let i = 0; i < SCALARS.length; i++) if (bytes[from + i] !== SCALARS[i]) return false;
  return true;
}
