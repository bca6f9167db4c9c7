import type { Source, Tie } from './evidence';

/** Each source once, with the most points that anything gave it. */
export function strongest(ties: Iterable<Tie>): readonly Tie[] {
  const most = new Map<Source, number>();
  for (const { source, points } of ties) {
    if (points > (most.get(source) ?? 0)) most.set(source, points);
  }
  return [...most].map(([source, points]) => ({ source, points }));
}
