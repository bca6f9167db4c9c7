import type { Looks } from '../../core/protocol';
import { fieldsOf, type Fields } from './windowRequest';

/** Where it is kept: with the workspace. */
const KEY = 'epochLens.looks';
/** As many logs as are remembered, and as much as is kept of one: colours of a thousand runs. */
const MOST_LOGS = 200;
const MOST_LENGTH = 200_000;

/** What a workspace keeps, as VS Code offers it. */
interface Kept {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** How the user wants curves to look: colours and groups by log, the width of charts for all of them. */
export class KeptLooks {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** What was kept for a log, as it was kept; empty without any. */
  of(log: string): Fields {
    const { chartWidth, logs } = this.#all();
    return { ...fieldsOf(logs.find(([key]) => key === log)?.[1]), chartWidth };
  }

  /** Keeps it in place of what was kept for the log. */
  async keep(log: string, { colours, groupBy, chartWidth }: Looks): Promise<void> {
    const own = { colours, groupBy };
    if (JSON.stringify(own).length > MOST_LENGTH) return;
    const others = this.#all().logs.filter(([key]) => key !== log);
    const logs = [...others, [log, own] as const].slice(-MOST_LOGS);
    await this.#kept.update(KEY, { chartWidth, logs });
  }

  /** Whatever another version kept is nothing. */
  #all(): { readonly chartWidth: unknown; readonly logs: readonly (readonly [string, unknown])[] } {
    const fields = fieldsOf(this.#kept.get(KEY));
    const logs = fields?.['logs'];
    const isEntry = (entry: unknown): entry is readonly [string, unknown] =>
      Array.isArray(entry) && typeof entry[0] === 'string';
    return {
      chartWidth: fields?.['chartWidth'] ?? null,
      logs: Array.isArray(logs) ? logs.filter(isEntry) : [],
    };
  }
}
