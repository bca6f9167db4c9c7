import type { LineShape } from './lineShape';
import type { LineScanner } from './scan';
import { putValue, type SlotMap, valueAt } from './slotMap';

/** The numbers of the line at hand, whichever way it was read. */
export class LineNumbers {
  readonly #shape: LineShape;
  readonly #scan: LineScanner;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #map: SlotMap | null = null;
  #bytes: Uint8Array = new Uint8Array();
  #from = 0;
  #to = 0;

  constructor(shape: LineShape, scan: LineScanner) {
    this.#shape = shape;
    this.#scan = scan;
  }

  /** The line is what the shape has just read, of a shape whose slots are known. */
  ofBytes(bytes: Uint8Array, from: number, to: number, map: SlotMap): void {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
    this.#map = map;
  }

  /** The line is what the scanner has just read. */
  ofText(): void {
    this.#map = null;
  }

  get count(): number {
    return this.#map === null ? this.#scan.count : this.#map.count;
  }

  /** The value in a slot; NaN for a clock. */
  value(slot: number): number {
    const map = this.#map;
    return map === null ? this.#scan.value(slot) : valueAt(map, slot, this.#bytes, this.#shape);
  }

  /** Puts the value in a slot into `out[index]`: no number is made on the heap. */
  put(slot: number, out: Float64Array, index: number): void {
    const map = this.#map;
    if (map === null) out[index] = this.#scan.value(slot);
    else putValue(map, slot, this.#bytes, this.#shape, out, index);
  }

  /** The scanner with this line read: it knows more than numbers. */
  scanned(): LineScanner {
    if (this.#map !== null) this.#scan.scan(this.text(this.#bytes, this.#from, this.#to));
    this.#map = null;
    return this.#scan;
  }

  /** The text of bytes; bad ones become U+FFFD. */
  text(bytes: Uint8Array, from: number, to: number): string {
    return this.#decoder.decode(bytes.subarray(from, to));
  }
}
