import { NOTHING, type Plan } from './plan';

/** Lines remembered; then all are forgotten. */
const MOST_LINES = 2000;
/** Lines longer than this are rarely repeated. */
const LONGEST = 400;
/** Digits as no measure or split has in its name: of a checkpoint, a file, a process. */
const LONG_NUMBER = /\d{3,}/g;

/**
 * Lines without numbers of their own that say nothing: most of them come again with another number in a name
 * (`saved checkpoint-500`), and need not be worked out anew.
 */
export class SilentLines {
  readonly #plans = new Map<string, Plan>();

  /** The plan of a line that differs from one before in nothing but such numbers; `null`: there was none. */
  planOf(text: string): Plan | null {
    return text.length > LONGEST ? null : (this.#plans.get(keyOf(text)) ?? null);
  }

  /** Remembers a line with its plan, if it says nothing. */
  add(text: string, plan: Plan): void {
    if (text.length > LONGEST || !saysNothing(plan)) return;
    if (this.#plans.size >= MOST_LINES) this.#plans.clear();
    this.#plans.set(keyOf(text), plan);
  }
}

function keyOf(text: string): string {
  return text.replace(LONG_NUMBER, '000');
}

function saysNothing(plan: Plan): boolean {
  const { columns, ...rest } = plan;
  if (columns.length > 0) return false;
  return Object.entries(rest).every(([name, said]) => said === NOTHING[name as keyof Plan]);
}
