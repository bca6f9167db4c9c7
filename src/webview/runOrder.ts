import type { RunItem } from '../core/protocol';
import { matcherOf } from './matcher';

/** What the table of runs can be sorted by. */
export type RunColumn = 'name' | 'state' | 'best' | 'last' | 'trained' | 'suggested' | 'took';

export interface RunOrder {
  /** A column, or which of the parameters. */
  readonly by: RunColumn | number;
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
  if (typeof by === 'number') return byParameter(runs, by, sign);
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

/** By numbers where both are, else as texts; those without the parameter last. */
function byParameter(runs: readonly RunItem[], index: number, sign: number): readonly RunItem[] {
  const order = new Intl.Collator(undefined, { numeric: true });
  const textOf = ({ parameters }: RunItem) => parameters[index] ?? '';
  return [...runs].sort((a, b) => {
    const [x, y] = [textOf(a), textOf(b)];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    const difference = Number(x) - Number(y);
    return sign * (Number.isNaN(difference) ? order.compare(x, y) : difference);
  });
}
