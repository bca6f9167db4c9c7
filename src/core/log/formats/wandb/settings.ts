import type { LogSink } from '../../format';
import { type Planned, plannedIn } from '../../plannedIn';

/** Settings kept; what a program logs more is no setup of a training. */
const MOST = 1000;
const LONGEST = 200;

/** The settings that W&B noted of a run: each is a parameter, and one may name the planned length. */
export class Settings {
  readonly #sink: LogSink;
  readonly #texts = new Map<string, string>();
  #planned: Planned | null = null;
  #isNew = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** Notes a setting written as JSON, by record `line`; lists and objects say nothing. */
  note(name: string, json: string, line: number): void {
    const text = /^"(.*)"$/s.exec(json)?.[1] ?? json;
    if (name.startsWith('_') || /^[[{]|^null$|^$/.test(json) || text.length > LONGEST) return;
    if (this.#texts.size >= MOST || this.#texts.get(name) === text) return;
    this.#texts.set(name, text);
    this.#isNew = true;
    this.#sink.mark({ kind: 'parameter', name, value: text, line });
  }

  /** Tells the planned length where what was noted names one anew. */
  tellPlanned(line: number): void {
    if (!this.#isNew) return;
    this.#isNew = false;
    const text = Array.from(this.#texts, ([name, value]) => `${name}: ${value}`).join('\n');
    const planned = plannedIn(text);
    if (planned === null || planned.count === this.#planned?.count) return;
    this.#planned = planned;
    this.#sink.mark({ kind: 'planned', ...planned, line });
  }
}
