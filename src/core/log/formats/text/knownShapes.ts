import type { AskedNumbers } from './askedNumbers';
import type { SlotMap } from './slotMap';
import type { Template } from './template';

/** What is known of a shape of lines: what they say, and where. */
export interface KnownShape {
  readonly template: Template;
  readonly slots: SlotMap;
  /** Paths of such lines that were remembered (see LinePaths). */
  paths: number;
  /** The numbers that such lines are asked for; absent as long as there is no path. */
  asked?: AskedNumbers;
}

/** Places in which a shape may be. */
const WAYS = 4;
/** Slots of all shapes together, so that wide lines do not fill the memory. */
const MOST_SLOTS = 500_000;

/** A bounded table of shapes by their hash. Where it is full, shapes that were not met again make room. */
export class KnownShapes {
  readonly #mask: number;
  readonly #highs: Int32Array;
  readonly #lows: Int32Array;
  readonly #used: Uint8Array;
  readonly #shapes: (KnownShape | undefined)[];
  #slots = 0;

  /** `capacity` is a power of two, 4 at least; 0: nothing is remembered. */
  constructor(capacity: number) {
    this.#mask = capacity / WAYS - 1;
    this.#highs = new Int32Array(capacity);
    this.#lows = new Int32Array(capacity);
    this.#used = new Uint8Array(capacity);
    this.#shapes = new Array<KnownShape | undefined>(capacity).fill(undefined);
  }

  find(high: number, low: number): KnownShape | undefined {
    const first = this.#first(high, low);
    for (let at = first; at < first + WAYS; at++) {
      if (this.#highs[at] === high && this.#lows[at] === low) {
        this.#used[at] = 1;
        return this.#shapes[at];
      }
    }
    return undefined;
  }

  add(high: number, low: number, known: KnownShape): void {
    if (this.#shapes.length === 0) return;
    const at = this.#freed(this.#first(high, low));
    const more = known.slots.count - (this.#shapes[at]?.slots.count ?? 0);
    if (this.#slots + more > MOST_SLOTS) return;
    this.#slots += more;
    this.#highs[at] = high;
    this.#lows[at] = low;
    this.#used[at] = 0;
    this.#shapes[at] = known;
  }

  #first(high: number, low: number): number {
    return ((high ^ (low >>> 15)) & this.#mask) * WAYS;
  }

  /** A place of the set: an empty one, else one that was not met since the last search; all others lose that merit. */
  #freed(first: number): number {
    let free = -1;
    for (let at = first; at < first + WAYS; at++) {
      if (this.#shapes[at] === undefined) return at;
      if (free < 0 && this.#used[at] === 0) free = at;
    }
    this.#used.fill(0, first, first + WAYS);
    return free < 0 ? first + (Math.abs(this.#highs[first]! >> 7) % WAYS) : free;
  }
}
