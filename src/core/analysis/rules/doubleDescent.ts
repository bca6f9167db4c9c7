import type { Curve } from '../facts';
import { judgeable, percentOf } from '../judge';
import { argmin } from '../numerics';
import { dropsOf, raisesOf } from '../rate';
import { findingOn, type Rule } from '../rule';
import { trendOf } from '../trend';

/** A second descent can only be told from wobble in a run this long. */
const FEWEST = 30;

/** The hump must stand out of the first minimum, and the second descent take back, this share of the range … */
const HUMP = 0.1;

/** … and this many deviations of the jitter. */
const DEVIATIONS = 5;

/** A clear trend on both flanks: one-sided 0.1 %, as many places of many curves are looked at. */
const CLEAR = 3.1;

/** Each flank takes this share of the run at least: a spike is no descent. */
const FLANK = 0.1;

/**
 * Validation fell, rose, and has been falling again without any change of the learning rate: epoch-wise double descent
 * (Nakkiran et al. 2020; Heckel & Yilmaz 2021). A rise need not be the end then. Only where the second descent is seen.
 * Evidence: series; firstValue, firstLabel (first minimum); humpValue, humpLabel; lastValue, lastLabel; bestLabel;
 * fallPercentOfRange (of the second descent); isBelow 'yes' | 'no' (the second is below the first).
 */
export const doubleDescent: Rule = {
  id: 'double-descent',
  check(facts) {
    const curve = judgeable(facts);
    if (!curve || !facts.validation || facts.divergence) return null;
    if (curve.points.length < FEWEST || isScheduled(facts.rate)) return null;
    const shape = shapeOf(curve);
    if (!shape || !isClear(curve, shape)) return null;
    const { points, smooth, best } = curve;
    const { first, hump, second } = shape;
    return findingOn({ points, from: hump, to: second }, 'double-descent', 'information', {
      series: facts.monitor.name,
      firstValue: points.values[first]!,
      firstLabel: points.labelAt(first),
      humpValue: points.values[hump]!,
      humpLabel: points.labelAt(hump),
      lastValue: points.values[points.length - 1]!,
      lastLabel: points.labelAt(points.length - 1),
      bestLabel: best.epoch,
      fallPercentOfRange: percentOf(smooth[hump]! - smooth[second]!, curve.smoothRange),
      isBelow: smooth[second]! < smooth[first]! ? 'yes' : 'no',
    });
  },
};

/** A step or a restart of the rate explains a second descent better. */
function isScheduled(rate: Parameters<typeof dropsOf>[0] | null): boolean {
  return rate !== null && (dropsOf(rate).length > 0 || raisesOf(rate).length > 0);
}

/** Indices of the first minimum, the highest point after it, and the lowest after that. */
interface Shape {
  readonly first: number;
  readonly hump: number;
  readonly second: number;
}

/** Where the smoothed curve rises most above what it had reached before, of those humps it came down from again. */
function shapeOf({ smooth }: Curve): Shape | null {
  const n = smooth.length;
  const later = new Int32Array(n);
  for (let i = n - 1, low = n - 1; i >= 0; i--) {
    if (smooth[i]! < smooth[low]!) low = i;
    later[i] = low;
  }
  let most = 0;
  let shape: Shape | null = null;
  for (let i = 0, first = 0; i < n; i++) {
    if (smooth[i]! < smooth[first]!) first = i;
    const size = Math.min(smooth[i]! - smooth[first]!, smooth[i]! - smooth[later[i]!]!);
    if (size <= most) continue;
    most = size;
    shape = { first, hump: i, second: later[i]! };
  }
  return shape;
}

function isClear({ points, smooth, smoothRange, noise }: Curve, shape: Shape): boolean {
  const { first, hump, second } = shape;
  const flank = FLANK * smooth.length;
  if (hump - first < flank || second - hump < flank) return false;
  const size = Math.min(smooth[hump]! - smooth[first]!, smooth[hump]! - smooth[second]!);
  if (size < Math.max(HUMP * smoothRange, DEVIATIONS * noise)) return false;
  // The first minimum must be one: a curve that began there has not descended yet.
  const before =
    smooth[
      argmin(
        smooth.map(v => -v),
        0,
        first + 1,
      )
    ]! - smooth[first]!;
  if (before < size) return false;
  return (
    trendOf(points.costs.subarray(first, hump + 1)) > CLEAR &&
    trendOf(points.costs.subarray(hump, second + 1)) < -CLEAR
  );
}
