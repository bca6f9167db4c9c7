import type { Reading } from './reading';
import type { Template } from './template';

/** States of one bar that are remembered. A longer training writes lines too. */
const MOST_STATES = 20_000;

/** What a bar showed, and how far it was then. */
interface State {
  readonly at: number;
  readonly reading: Reading;
}

/**
 * The states of a bar as long as it may be the one bar of the whole training (`steps: 10%|█| 16/160 [avr_loss=0.1]`):
 * then each value that it shows is a point. A bar that begins anew is of an epoch.
 */
export class WholeBar {
  readonly #seen = new Set<string>();
  readonly #restarted = new Set<string>();
  /** How long the bar is. */
  total = NaN;
  #key = '';
  /** Whose key that is. */
  #template: Template | null = null;
  #last: State | null = null;
  #states: State[] = [];
  /** Nothing is measured at 0 of 8: such a bar shows what was done before it counts it. */
  #ahead = 0;
  #isWhole = false;

  /** Whether the bar has gone on in another epoch of the log, and so is of all of them. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Takes notice of a bar as it is drawn; `true` if it was drawn to its end before and begins anew. */
  see(reading: Reading, at: number, total: number): boolean {
    const key = this.#keyOf(reading, total);
    const last = key === this.#key ? this.#last : null;
    const begins = last === null || at < last.at;
    if (begins) this.#begin(reading.template, key, at, total);
    else if (last.at > 0 && at > last.at) this.#isWhole ||= last.reading.epoch < reading.epoch;
    this.#keep(at, reading);
    this.#last = { at, reading };
    return begins && this.#restarted.has(key);
  }

  #keep(at: number, reading: Reading): void {
    // Drawn again at one place, it shows more.
    if (this.#states.at(-1)?.at === at) this.#states.pop();
    if (this.#states.length < MOST_STATES) this.#states.push({ at, reading });
  }

  /** Whether a bar may still be the only one: it has not begun anew and its log counts no epochs. */
  mayBeWhole(reading: Reading, total: number): boolean {
    const key = this.#keyOf(reading, total);
    return Number.isNaN(reading.epoch) && key === this.#key && !this.#restarted.has(key);
  }

  /** The points of the bar that were not handed out yet, each at its place; the last may change until `isEnd`. */
  taken(isEnd: boolean): readonly Reading[] {
    const states = isEnd ? this.#states : this.#states.slice(0, -1);
    this.#states = isEnd ? [] : this.#states.slice(-1);
    return states
      .filter(({ at }) => at + this.#ahead <= this.total)
      .map(({ at, reading }) => pointOf(reading, at + this.#ahead));
  }

  #keyOf(reading: Reading, total: number): string {
    const isSame = reading.template === this.#template && total === this.total;
    return isSame ? this.#key : keyOf(reading, total);
  }

  #begin(template: Template, key: string, at: number, total: number): void {
    this.#template = template;
    this.total = total;
    if (this.#seen.has(key)) this.#restarted.add(key);
    if (this.#seen.size < MOST_STATES) this.#seen.add(key);
    this.#key = key;
    this.#states = [];
    this.#ahead = at === 0 ? 1 : 0;
    this.#isWhole = false;
  }
}

function keyOf(reading: Reading, total: number): string {
  return `${total}\n${reading.template.names.join('\n')}`;
}

function pointOf(reading: Reading, at: number): Reading {
  return countsEpochs(reading) ? { ...reading, epoch: at } : { ...reading, step: at };
}

/** Whether each step of a bar is an epoch: where nothing else counts epochs and it says so, or shows a validation. */
function countsEpochs({ template, epoch }: Reading): boolean {
  const { columns, bar } = template.plan;
  if (!Number.isNaN(epoch)) return false;
  return bar?.epochs === true || columns.some(({ name }) => /^(?:val|valid|eval|dev)/i.test(name));
}
