import { isNeverNegative, isShare, topOf } from '../bounds';
import { evaluationsOf } from '../evaluations';
import { median } from '../numerics';
import { findingOn, type Rule } from '../rule';
import type { Series } from '../../run/run';

/** Rounding may put a value this far beyond its bound. */
const ROUNDING = 1e-6;

/** What COCO's evaluation prints where nothing was there to be found: undefined, no mistake. */
const UNDEFINED = -1;

/** A share above 1 but no more than this is neither a fraction nor a percentage beside fractions; above, two scales may be mixed. */
const NO_PERCENTAGE = 2;

/** A share whose median is below this may as well be a small percentage. */
const SMALL = 0.1;

/**
 * A share (accuracy, F1, IoU, mAP …) below 0 or above 1 (or 100), or a negative value of a loss that has none.
 * The first series that has one. A bare `loss`, R², correlations and rewards may be anything.
 * Evidence: series; kind 'above' | 'below'; bound; value, label of the first one; values (how many).
 */
export const impossibleValues: Rule = {
  id: 'impossible-values',
  check({ run }) {
    const isPercent = run.series.some(inPercent);
    for (const series of run.series) {
      const isImpossible = boundsOf(series, isPercent);
      if (!isImpossible || !series.values.some(isImpossible.test)) continue;
      const points = evaluationsOf(run, series, 'min');
      const from = points.values.findIndex(isImpossible.test);
      if (from < 0) continue;
      const value = points.values[from]!;
      return findingOn({ points, from, to: from }, 'impossible-values', 'warning', {
        series: series.name,
        kind: value < 0 ? 'below' : 'above',
        bound: value < 0 ? 0 : isImpossible.top,
        value,
        label: points.labelAt(from),
        values: points.values.filter(isImpossible.test).length,
      });
    }
    return null;
  },
};

interface Bounds {
  readonly top: number;
  readonly test: (value: number) => boolean;
}

/** What the values of a series cannot be; null where they can be anything. */
function boundsOf(series: Series, isPercent: boolean): Bounds | null {
  const below = (value: number): boolean => value < -ROUNDING && value !== UNDEFINED;
  if (isNeverNegative(series)) return { top: Infinity, test: below };
  if (!isShare(series)) return null;
  const values = series.values.glance();
  if (values.every(isFraction)) return null;
  const top = topOf(values);
  const high = top === 100 ? Infinity : isPercent || median(values) < SMALL ? top : NO_PERCENTAGE;
  return { top, test: value => below(value) || (value > top + ROUNDING && value <= high) };
}

const isFraction = (value: number): boolean => !(value < 0 || value > 1);

/** Whether a share of the run is logged in percent: then a small one beside it is as well. */
function inPercent(series: Series): boolean {
  return isShare(series) && series.values.some(value => value > NO_PERCENTAGE);
}
