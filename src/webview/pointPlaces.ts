import type { FromPanel, Places, PointRef, XAxis } from '../core/protocol';

type Question = Extract<FromPanel, { type: 'places' }>;

/** As many as are remembered; a cursor does not come back to more. */
const MOST = 5000;

/** Where drawn points stand on the other axes, as the host knows: asked for one question at a time, remembered while the runs stay the same. */
export class PointPlaces {
  readonly #ask: (question: Question) => void;
  readonly #known = new Map<string, Places | null>();
  #version = NaN;
  #id = 0;
  #asked: { readonly id: number; readonly keys: readonly string[] } | null = null;

  constructor(ask: (question: Question) => void) {
    this.#ask = ask;
  }

  /** Forgets what was said of runs that have changed. */
  renew(version: number): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#known.clear();
    this.#asked = null;
  }

  /** What is known of these points of an axis, in their order, null where a point has no place or that is not known yet; asks for the rest. */
  of(x: XAxis, points: readonly PointRef[]): readonly (Places | null)[] {
    const keys = points.map(point => JSON.stringify([x, point]));
    if (this.#asked === null) {
      const missing = points.filter((_, i) => !this.#known.has(keys[i] ?? ''));
      if (missing.length > 0) this.#askFor(x, missing);
    }
    return keys.map(key => this.#known.get(key) ?? null);
  }

  /** Takes an answer in; false where it is to no question. */
  receive(id: number, places: readonly (Places | null)[]): boolean {
    if (this.#asked?.id !== id) return false;
    const { keys } = this.#asked;
    this.#asked = null;
    if (this.#known.size > MOST) this.#known.clear();
    keys.forEach((key, i) => this.#known.set(key, places[i] ?? null));
    return true;
  }

  #askFor(x: XAxis, points: readonly PointRef[]): void {
    const id = ++this.#id;
    this.#asked = { id, keys: points.map(point => JSON.stringify([x, point])) };
    this.#ask({ type: 'places', id, x, points });
  }
}
