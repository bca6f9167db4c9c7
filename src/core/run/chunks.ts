/** Elements of a chunk, as a power of two. */
export const CHUNK_BITS = 11;
export const CHUNK = 1 << CHUNK_BITS;
/** Elements that a new column has room for. */
export const FIRST = 8;
export const IN_CHUNK = CHUNK - 1;

/** Stands for NaN among unsigned 32-bit integers. */
const NO_WORD = 0xffff_ffff;

/**
 * A full chunk of a column in as little room as its elements allow: none where they are evenly spaced (the one at `i` is
 * `first + i * stride`), four bytes each where they are counters or missing.
 */
export interface Chunk {
  readonly first: number;
  readonly stride: number;
  readonly words: Uint32Array | null;
  readonly doubles: Float64Array | null;
}

/** Values in a row in memory: from `at` up to, not including, `end`. To be read before anything else is done to the column. */
export interface Stretch {
  readonly values: Float64Array;
  readonly at: number;
  readonly end: number;
}

/** The integer at `index` of chunks of indices in a row. */
export function indexAt(chunks: readonly Chunk[], index: number): number {
  const { first, stride, words } = chunks[index >> CHUNK_BITS]!;
  const at = index & IN_CHUNK;
  return words === null ? first + at * stride : words[at]!;
}

/** The element at `index` of chunks of doubles in a row. */
export function elementAt(chunks: readonly Chunk[], index: number): number {
  const { first, stride, words, doubles } = chunks[index >> CHUNK_BITS]!;
  const at = index & IN_CHUNK;
  if (doubles !== null) return doubles[at]!;
  if (words === null) return stride === 0 ? first : first + at * stride;
  const word = words[at]!;
  return word === NO_WORD ? NaN : word;
}

/** Writes a chunk of doubles to where `at` stands in `target`. */
export function unpackDoubles(
  { first, stride, words, doubles }: Chunk,
  target: Float64Array,
  at: number,
): void {
  if (doubles !== null) {
    target.set(doubles, at);
    return;
  }
  if (words === null) {
    if (stride === 0) target.fill(first, at, at + CHUNK);
    else for (let i = 0; i < CHUNK; i++) target[at + i] = first + i * stride;
    return;
  }
  for (let i = 0; i < CHUNK; i++) {
    const word = words[i]!;
    target[at + i] = word === NO_WORD ? NaN : word;
  }
}

/** As `unpackDoubles`, of a chunk of indices. */
export function unpackIndices(
  { first, stride, words }: Chunk,
  target: Uint32Array,
  at: number,
): void {
  if (words !== null) target.set(words, at);
  else for (let i = 0; i < CHUNK; i++) target[at + i] = first + i * stride;
}

function isEvenAt(values: Float64Array, at: number, stride: number): boolean {
  const expected = stride === 0 ? values[0]! : values[0]! + at * stride;
  return Object.is(values[at], expected);
}

function isEven(values: Float64Array, stride: number): boolean {
  const { length } = values;
  // Most that are not show it here already.
  if (!isEvenAt(values, length >> 1, stride) || !isEvenAt(values, length - 1, stride)) return false;
  const first = values[0]!;
  if (first > 0 && values[length - 1]! > 0) {
    for (let at = 0; at < length; at++) if (values[at] !== first + at * stride) return false;
    return true;
  }
  // Zeros have signs, NaN is not itself.
  for (let at = 0; at < length; at++) if (!isEvenAt(values, at, stride)) return false;
  return true;
}

const isWord = (value: number): boolean => value >>> 0 === value || Number.isNaN(value);

/** The values as unsigned integers; `null` where they are not. The negative zero is none. */
function wordsOf(values: Float64Array): Uint32Array | null {
  // Most that are not show it here already.
  if (!isWord(values[0]!) || !isWord(values.at(-1)!)) return null;
  const words = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const word = value >>> 0;
    const isNegativeZero = value === 0 && 1 / value < 0;
    if (word === value && word !== NO_WORD && !isNegativeZero) words[at] = word;
    else if (value !== value) words[at] = NO_WORD;
    else return null;
  }
  return words;
}

/** Packs a chunk of doubles; where nothing is saved, `values` itself is kept. */
export function packDoubles(values: Float64Array): Chunk {
  const first = values[0]!;
  const stride = Object.is(values[1], first) ? 0 : values[1]! - first;
  if (isEven(values, stride)) return { first, stride, words: null, doubles: null };
  const words = wordsOf(values);
  return { first, stride, words, doubles: words === null ? values : null };
}

/** Elements of a column joined for a view: exactly as many as there are, unless it has been growing between views. */
export function joinedCapacity(length: number, again: boolean): number {
  return again ? length + Math.max(CHUNK, length >> 2) : length;
}

/** Reads chunks of doubles one after the other; the last packed one stays unpacked. */
export class ChunkReader {
  #values: Float64Array | null = null;
  #from: Chunk | null = null;

  /** The values of a chunk, good until the next one is read. */
  read(chunk: Chunk): Float64Array {
    if (chunk.doubles !== null) return chunk.doubles;
    this.#values ??= new Float64Array(CHUNK);
    if (this.#from !== chunk) unpackDoubles(chunk, this.#values, 0);
    this.#from = chunk;
    return this.#values;
  }
}
