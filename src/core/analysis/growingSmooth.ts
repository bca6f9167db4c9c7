import type { Evaluations } from './evaluations';
import { LONG } from './numerics';
import { samePrefix } from './samePrefix';
import { smoothCentred, smoothRest } from './smooth';

/** A curve as it was smoothed last. */
interface Smoothed {
  readonly costs: Float64Array;
  readonly half: number;
  readonly smooth: Float64Array;
}

/**
 * Smooths curves that grow: of each it is kept what was made of it last, and made anew only where a new point reaches.
 * What comes out is that of `smoothCentred`, to the last digit.
 */
export class GrowingSmooth {
  readonly #last = new WeakMap<object, Smoothed>();

  /** Costs smoothed with a half width in points. Not to be changed. */
  of({ costs, source }: Evaluations, half: number): Float64Array {
    // Longer ones take time linear in their length, and much memory.
    if (costs.length > LONG) return smoothCentred(costs, half);
    const last = this.#last.get(source);
    const smooth = last?.half === half ? grown(last, costs) : smoothCentred(costs, half);
    this.#last.set(source, { costs: costs.slice(), half, smooth });
    return smooth;
  }
}

function grown(last: Smoothed, costs: Float64Array): Float64Array {
  const { half } = last;
  // A point reaches its neighbour by the running median, and so many more by the average.
  const kept = Math.max(0, samePrefix(last.costs, costs) - 1 - half);
  const smooth = new Float64Array(costs.length);
  smooth.set(last.smooth.subarray(0, kept));
  smoothRest(costs, half, kept, smooth);
  return smooth;
}
