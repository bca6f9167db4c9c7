import type { Curve } from './facts';
import { median } from './numerics';

/** Points that give the level on each side of a spike. */
const SIDE = 5;

/** A spike stands this many deviations of the jitter above both levels. */
const DEVIATIONS = 10;

/** The first part of a curve is steep: what looks like a spike there is the way down. */
const START = 0.05;

/** Longest excursion, as a share of the curve, that is a spike and not a new level. */
const LONGEST = 0.1;

/** An excursion of a loss that came back: indices from the first high point to the last. */
export interface Spike {
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  /** Levels (medians of costs) before and after. */
  readonly before: number;
  readonly after: number;
}

/**
 * Excursions of a positive loss to `height` times the level before them and after them, and far out of the jitter.
 * Level-relative, as the largest spikes of language-model trainings are (Chowdhery et al. 2022; Takase et al. 2023).
 */
export function spikesOf({ points, noise, series }: Curve, height: number): readonly Spike[] {
  const { costs, length } = points;
  if (series.goal !== 'min' || length < 4 * SIDE) return [];
  const spikes: Spike[] = [];
  const longest = Math.max(2, Math.floor(LONGEST * length));
  for (let i = Math.max(SIDE, Math.ceil(START * length)); i < length - 1; i++) {
    // A median costs more than this look at the neighbour, which most points fail.
    if (!(costs[i]! > costs[i - 1]! + DEVIATIONS * noise)) continue;
    const found = excursionAt(costs, i, { noise, height, longest });
    if (!found || found.to - i >= longest || length - found.to <= 3) continue;
    spikes.push(found);
    i = found.to + 1;
  }
  return spikes.filter(({ peak, after }) => peak > height * after);
}

interface Limits {
  readonly noise: number;
  readonly height: number;
  readonly longest: number;
}

/** What begins at `from`, if that is far above the level before it; it may last longer than a spike. */
function excursionAt(
  costs: Float64Array,
  from: number,
  { noise, height, longest }: Limits,
): Spike | null {
  const before = levelBefore(costs, from);
  const limit = Math.max(height * before, before + DEVIATIONS * noise);
  if (!(before > 0) || !(costs[from]! > limit)) return null;
  let end = from;
  const last = Math.min(costs.length, from + longest + 1);
  while (end < last && costs[end]! > limit) end++;
  const after = median(costs.subarray(end, end + SIDE));
  return { from, to: end - 1, peak: highest(costs, from, end), before, after };
}

const room = new Float64Array(SIDE);

/** The median of the values before an index: it is asked for so often that no array is made for it. */
function levelBefore(costs: Float64Array, from: number): number {
  for (let i = 0; i < SIDE; i++) {
    const cost = costs[from - SIDE + i]!;
    let at = i;
    for (; at > 0 && room[at - 1]! > cost; at--) room[at] = room[at - 1]!;
    room[at] = cost;
  }
  return room[SIDE >> 1]!;
}

function highest(costs: Float64Array, from: number, to: number): number {
  let most = -Infinity;
  for (let i = from; i < to; i++) most = Math.max(most, costs[i]!);
  return most;
}
