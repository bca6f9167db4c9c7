import type { Forecast } from './analysis';
import { bestShares } from './heads';
import { quantileSorted } from './numerics';

/** The range holds this much of the probability. */
const HELD = 0.8;

/** In so many steps the shortest range is looked for. */
const STEPS = 20;

/**
 * Where the best of the whole run will be: where it is now (count `best`), unless the rest improves it, with probability
 * `improves`; then as far into the rest, between the counts `now` and `end`, as the best of other runs was that still improved.
 * The median, and the shortest range that holds 80 % of the probability.
 */
export function bestAhead(
  improves: number,
  best: number,
  now: number,
  end: number,
): Pick<Forecast, 'bestCount' | 'bestLow' | 'bestHigh'> {
  const at = (probability: number): number => {
    const among = (probability - (1 - improves)) / improves;
    return among > 0 ? now + (end - now) * quantileSorted(bestShares, among) : best;
  };
  let [low, high] = [at(0), at(HELD)];
  for (let step = 1; step <= STEPS; step++) {
    const below = ((1 - HELD) * step) / STEPS;
    const [from, to] = [at(below), at(below + HELD)];
    if (to - from < high - low) [low, high] = [from, to];
  }
  return { bestCount: at(0.5), bestLow: low, bestHigh: high };
}
