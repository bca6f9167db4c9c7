import type { Placed, Places } from './growingPlaces';
import { NumberColumn } from './numberColumn';
import { Pyramid } from './pyramid';

/** Points in the order of x, though the log has them in another: a run that was resumed. What comes later is put at the end where it belongs there. */
export class SortedPoints {
  #xs = new NumberColumn();
  #ys = new NumberColumn();
  #pyramid = new Pyramid();
  /** Values that were taken and stay where they are, and as how many points. */
  #settled = 0;
  #points = 0;
  /** Whether they come before all others. */
  #isFirst = false;

  take(
    { places, settled }: Placed,
    values: NumberColumn,
  ): Places & { readonly ys: NumberColumn; readonly pyramid: Pyramid } {
    if (!this.#append(places, values)) this.#sort(places, values, settled);
    this.#settle(places, settled);
    this.#pyramid.extend(this.#ys);
    return { length: this.#xs.length, xs: this.#xs, ys: this.#ys, pyramid: this.#pyramid };
  }

  /** False when something new belongs before what is there. */
  #append({ xs, length }: Places, values: NumberColumn): boolean {
    if (!this.#isFirst || this.#points === 0) return false;
    this.#xs.shorten(this.#points);
    this.#ys.shorten(this.#points);
    let last = this.#xs.at(this.#points - 1);
    for (let at = this.#settled; at < length; at++) {
      const x = xs.at(at);
      if (x < last) return false;
      if (Number.isNaN(x)) continue;
      this.#xs.push(x);
      this.#ys.push(values.at(at));
      last = x;
    }
    return true;
  }

  #sort({ xs, length }: Places, values: NumberColumn, settled: number): void {
    const order: number[] = [];
    for (let at = 0; at < length; at++) if (!Number.isNaN(xs.at(at))) order.push(at);
    order.sort((a, b) => xs.at(a) - xs.at(b) || a - b);
    this.#xs = new NumberColumn();
    this.#ys = new NumberColumn();
    this.#pyramid = new Pyramid();
    for (const at of order) {
      this.#xs.push(xs.at(at));
      this.#ys.push(values.at(at));
    }
    const moving = order.findIndex(at => at >= settled);
    this.#isFirst = moving < 0 || order.every((at, index) => index < moving || at >= settled);
  }

  #settle({ xs, length }: Places, settled: number): void {
    let points = this.#xs.length;
    for (let at = settled; at < length; at++) if (!Number.isNaN(xs.at(at))) points--;
    this.#settled = settled;
    this.#points = points;
  }
}
