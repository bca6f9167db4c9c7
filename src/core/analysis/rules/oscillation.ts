import { isShare, topOf } from '../bounds';
import type { Curve, Facts } from '../facts';
import { judgeable } from '../judge';
import { arePositive, median } from '../numerics';
import { findingOn, type Rule } from '../rule';

/** The first part of a curve is on its way, whatever it does there. */
const START = 1 / 4;

/** Share of the evaluations that must turn with such a swing: AutoTrainer (Zhang et al. 2021) calls a training unstable from 0.2 on; with that, and swings of 10 %, one in sixteen of the public curves would be, with these 1.2 %. */
const SHARE = 0.3;

/** Fewer evaluations than this cannot be said to swing. */
const FEWEST = 20;

/**
 * The curve swings up and down by a large part of its own level at many evaluations, without going anywhere between them.
 * AutoTrainer asks for swings of 3 points of accuracy at a fifth of the epochs; real small validation sets do that, so the
 * swing asked for is larger. Whether training swings too tells the learning rate from a small validation set.
 * Evidence: series; swings (turns that large), turns, sharePercent; swing (median of the large ones); swingPercent (of the level; NaN for a score);
 * evaluations; training 'swings' | 'calm' | 'unknown'.
 */
export const oscillation: Rule = {
  id: 'oscillation',
  check(facts) {
    const curve = judgeable(facts);
    // Single batches swing by their nature; only held-out evaluations are asked.
    if (!curve || !facts.validation || facts.divergence) return null;
    if (curve.points.length < FEWEST) return null;
    const measured = swingsOf(facts, curve);
    if (!measured || measured.swings.length < SHARE * measured.looked) return null;
    const { points } = curve;
    const from = Math.ceil(START * points.length);
    const swing = median(measured.swings);
    return findingOn({ points, from, to: points.length - 1 }, 'oscillation', 'information', {
      series: facts.monitor.name,
      swings: measured.swings.length,
      sharePercent: (100 * measured.swings.length) / measured.looked,
      swing,
      swingPercent: facts.monitor.goal === 'min' ? (100 * swing) / measured.level : NaN,
      evaluations: measured.looked,
      training: trainingSwings(facts),
    });
  },
};

interface Swings {
  /** Sizes of the turns that were large: to a peak or a valley from the one before. */
  readonly swings: readonly number[];
  readonly looked: number;
  readonly level: number;
}

/** Null for a metric without a scale that says what is large: rewards, losses that are not positive. */
function swingsOf({ preferences }: Facts, { points, series }: Curve): Swings | null {
  const from = Math.ceil(START * points.length);
  const values = points.values.subarray(from);
  const level = median(values);
  const size = sizeOf(values, level, isShare(series), series.goal === 'min');
  if (!(size > 0)) return null;
  const large = (preferences.oscillationSwing / 100) * size;
  const swings: number[] = [];
  for (let i = 1; i + 1 < values.length; i++) {
    const back = values[i]! - values[i - 1]!;
    const forth = values[i]! - values[i + 1]!;
    if (back * forth > 0 && Math.min(Math.abs(back), Math.abs(forth)) >= large)
      swings.push(Math.max(Math.abs(back), Math.abs(forth)));
  }
  return { swings, looked: values.length, level };
}

/** What a swing is compared with: the scale of a share, the level of a positive loss; 0 for anything else. */
function sizeOf(values: Float64Array, level: number, share: boolean, loss: boolean): number {
  if (share) return topOf(values);
  return loss && arePositive(values) ? level : 0;
}

function trainingSwings(facts: Facts): 'swings' | 'calm' | 'unknown' {
  const { training } = facts;
  if (!training || training.points.length < FEWEST) return 'unknown';
  const measured = swingsOf(facts, training);
  if (!measured) return 'unknown';
  return measured.swings.length >= (SHARE / 2) * measured.looked ? 'swings' : 'calm';
}
