import type { AskedNumbers } from './askedNumbers';
import type { LineShape } from './lineShape';
import type { LineScanner } from './scan';
import { putValue, type SlotMap, valueAt } from './slotMap';

/** Which way the numbers of the line at hand are found: by its text, by its bytes, or among those read already. */
const BY_TEXT = 0;
const BY_BYTES = 1;
const READ = 2;

const NO_ASKED: AskedNumbers = { places: new Int16Array(), program: [], count: 0 };
const LONGEST_ASCII = 400;

/** What is known of the numbers of a shape. */
interface Slots {
  readonly slots: SlotMap;
  readonly asked?: AskedNumbers;
}

/** The numbers of the line at hand, whichever way it was read. */
export class LineNumbers {
  readonly #shape: LineShape;
  readonly #scan: LineScanner;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #way = BY_TEXT;
  #map: SlotMap | null = null;
  #asked = NO_ASKED;
  /** The numbers that were read already, and the first of the line. */
  #values: Float64Array = new Float64Array();
  #first = 0;
  #bytes: Uint8Array = new Uint8Array();
  #from = 0;
  #to = 0;

  constructor(shape: LineShape, scan: LineScanner) {
    this.#shape = shape;
    this.#scan = scan;
  }

  /** The line is what the shape has just read, of a shape whose slots are known. */
  ofBytes(bytes: Uint8Array, from: number, to: number, map: SlotMap): void {
    this.#way = BY_BYTES;
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#map = map;
  }

  /** Where the lines of `ofValues` that follow stand, and their numbers. */
  begin(bytes: Uint8Array, values: Float64Array): void {
    this.#bytes = bytes;
    this.#values = values;
  }

  /** The line is of a known shape that has a path, and the numbers that it is asked for are among the values from `first` on. */
  ofValues(from: number, to: number, { slots, asked }: Slots, first: number): void {
    this.#way = READ;
    this.#from = from;
    this.#to = to;
    this.#map = slots;
    this.#asked = asked ?? NO_ASKED;
    this.#first = first;
  }

  /** The line is what the scanner has just read. */
  ofText(): void {
    this.#way = BY_TEXT;
    this.#map = null;
  }

  get count(): number {
    return this.#map === null ? this.#scan.count : this.#map.count;
  }

  /** The value in a slot; NaN for a clock. */
  value(slot: number): number {
    if (this.#way !== READ) return this.#found(slot);
    const place = this.#asked.places[slot]!;
    return place >= 0 ? this.#values[this.#first + place]! : this.#unasked(slot);
  }

  /** Puts the value in a slot into `out[index]`: no number is made on the heap. */
  put(slot: number, out: Float64Array, index: number): void {
    if (this.#way === READ) {
      const place = this.#asked.places[slot]!;
      out[index] = place >= 0 ? this.#values[this.#first + place]! : this.#unasked(slot);
    } else if (this.#map === null) out[index] = this.#scan.value(slot);
    else putValue(this.#map, slot, this.#bytes, this.#shape, out, index);
  }

  #found(slot: number): number {
    const map = this.#map;
    return map === null ? this.#scan.value(slot) : valueAt(map, slot, this.#bytes, this.#shape);
  }

  /** A value that was not read with the others: it is the same on all lines, or nobody was expected to ask. */
  #unasked(slot: number): number {
    const fixed = this.#map!.fixed.get(slot);
    if (fixed !== undefined) return fixed;
    this.#shape.scan(this.#bytes, this.#from);
    this.#way = BY_BYTES;
    return this.#found(slot);
  }

  /** The scanner with this line read: it knows more than numbers. */
  scanned(): LineScanner {
    if (this.#map !== null) this.#scan.scan(this.text(this.#bytes, this.#from, this.#to));
    this.ofText();
    return this.#scan;
  }

  /** The text of bytes; bad ones become U+FFFD. */
  text(bytes: Uint8Array, from: number, to: number): string {
    return asciiOf(bytes, from, to) ?? this.#decoder.decode(bytes.subarray(from, to));
  }
}

/** The text of a short line that has nothing but ASCII, which is quicker than to decode it; `null`: it is none. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string | null {
  if (to - from > LONGEST_ASCII) return null;
  const codes: number[] = [];
  for (let at = from; at < to; at++) {
    if (bytes[at]! > 127) return null;
    codes.push(bytes[at]!);
  }
  return String.fromCharCode(...codes);
}
