/** What a measured quantity is: its canonical name, which way is better (`null`: neither), and whether only an evaluation has it. */
export interface Measure {
  readonly metric: string;
  readonly goal: 'min' | 'max' | null;
  readonly evaluation: boolean;
}

/** Measures by the words for them, from a list of words; `word=canonical` where logs write several words for one. */
export function measures(
  goal: Measure['goal'],
  evaluation: boolean,
  list: string,
): readonly (readonly [string, Measure])[] {
  return list
    .trim()
    .split(/\s+/)
    .map(item => {
      const [word, metric] = item.split('=');
      return [word!, { metric: metric ?? word!, goal, evaluation }] as const;
    });
}
