import type { Phrase } from './phrase';

/** Lists whose items have no names of their own, by the name in front of them: what each item is. */
const LISTS: readonly (readonly [RegExp, readonly string[]])[] = [
  // Flower: `fit progress: (3, 0.52, {'accuracy': 0.80}, 12.3)`, as the server evaluates it
  [/(?:^|\s)fit progress$/i, ['round', 'loss (evaluate)']],
];

/** The names of the items of a known list that a phrase opens; none where it opens no such list. */
export function listNames({ name, open }: Phrase): readonly string[] {
  return open === '' ? [] : (LISTS.find(([pattern]) => pattern.test(name))?.[1] ?? []);
}
