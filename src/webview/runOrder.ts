import type { RunItem } from '../core/protocol';
import { matcherOf } from './matcher';

/** What the table of runs can be sorted by. */
export type RunColumn = 'name' | 'state' | 'best' | 'last' | 'trained' | 'suggested' | 'took';

export interface RunOrder {
  readonly by: RunColumn;
  readonly down: boolean;
}

/** Runs whose name, state or parameters hold every word, whatever its case, or what an expression between slashes says; all of them without words. */
export function filteredRuns(runs: readonly RunItem[], text: string): readonly RunItem[] {
  const matches = matcherOf(text);
  return runs.filter(({ name, stateWord, parameters }) =>
    matches([name, stateWord, ...parameters].join('\n')),
  );
}

/** Runs in order; those without a value last, whichever way. Equal ones stay as they are. A new array. */
export function sortedRuns(runs: readonly RunItem[], { by, down }: RunOrder): readonly RunItem[] {
  const sign = down ? -1 : 1;
  if (by === 'name' || by === 'state') {
    const textOf = (run: RunItem) => (by === 'name' ? run.name : run.stateWord);
    const order = new Intl.Collator(undefined, { numeric: true });
    return [...runs].sort((a, b) => sign * order.compare(textOf(a), textOf(b)));
  }
  return [...runs].sort((a, b) => {
    const [x, y] = [a[by].value, b[by].value];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  });
}
