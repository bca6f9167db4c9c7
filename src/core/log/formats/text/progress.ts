import type { Progress } from './bars';
import type { LineNumbers } from './lineNumbers';
import type { Plan } from './plan';

/** How far the bar of a line is; what stands at the end of an evaluation always counts. `null`: it is no bar. */
export function progressOf({ bar, split }: Plan, numbers: LineNumbers): Progress | null {
  if (bar === null) return null;
  const total = numbers.value(bar.total);
  const always = split === 'validation' || split === 'test';
  return total > 0 ? { at: numbers.value(bar.at), total, always } : null;
}

/** What stands for values that nobody will see. */
export const NO_VALUES: readonly number[] = [];

/** Whether what a bar shows may become a point: one within an epoch does so at its end only, or shows that of the bar before (see Bars). */
export function mayBeShown({ epoch }: Plan, { at, total, always }: Progress): boolean {
  return always || epoch === null || at === 0 || at >= total;
}
