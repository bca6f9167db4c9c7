import { finderOf } from './expression';

/** What stands between slashes; null where there are none. */
export function slashed(text: string): string | null {
  return /^\/(.+)\/$/.exec(text.trim())?.[1] ?? null;
}

/** Whether a text holds every word, or what a regular expression between slashes says. What is no expression is taken as words. */
export function matcherOf(text: string): (given: string) => boolean {
  const find = finderOf(slashed(text) ?? '(');
  // Half an expression, as it is typed, is none.
  if (find) return given => find(given) !== null;
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  return given => words.every(word => given.toLowerCase().includes(word));
}
