import type { Evaluations } from '../evaluations';
import type { Facts } from '../facts';
import { findingOn, type Rule } from '../rule';
import { firstFrom } from '../numerics';

/** Records that a range test has at least; finders take a hundred. */
const FEWEST = 20;

/** How many times larger the rate must become: finders go from 1e-7 to 10, a warm-up that was cut off is rarely this long. */
const SPAN = 100;

/** Share of the way, in the logarithm, that an exponential sweep has gone half way: one half. A linear warm-up has gone more than 0.85. */
const HALF_WAY = [0.35, 0.65] as const;

/**
 * A learning-rate range test (Smith 2017; finders of fastai and Lightning): the rate grows exponentially, a hundredfold or
 * more, from the first record to the last. Its curve says nothing about epochs. A linear sweep is not told from a warm-up.
 * Evidence: series; lowRate, highRate; records; steepRate, steepLabel (where the loss fell fastest, NaN if it did not); bestRate (at the lowest loss).
 */
export const rangeTest: Rule = {
  id: 'range-test',
  check(facts) {
    const { rate } = facts;
    if (!rate || !isSweep(rate)) return null;
    const points = rate;
    const stretch = { points, from: 0, to: points.length - 1 };
    return findingOn(stretch, 'range-test', 'information', {
      series: facts.monitor.name,
      lowRate: rate.values[0]!,
      highRate: rate.values[rate.length - 1]!,
      records: rate.length,
      ...atItsSteepest(facts, rate),
    });
  },
};

function isSweep({ values, length }: Evaluations): boolean {
  const first = values[0]!;
  const last = values[length - 1]!;
  if (length < FEWEST || !(first > 0) || !(last >= SPAN * first)) return false;
  for (let i = 1; i < length; i++) if (values[i]! < values[i - 1]!) return false;
  const half = Math.log(values[length >> 1]! / first) / Math.log(last / first);
  return half > HALF_WAY[0] && half < HALF_WAY[1];
}

/** The rates where the loss fell fastest and was lowest: what such a test is made for. */
function atItsSteepest({ curve, training }: Facts, rate: Evaluations): Record<string, number> {
  const looked = training ?? curve;
  const nothing = { steepRate: NaN, steepLabel: NaN, bestRate: NaN };
  if (!looked) return nothing;
  const { smooth, points, optimum } = looked;
  let steepest = -1;
  let fall = 0;
  for (let i = 1; i <= optimum; i++) {
    if (smooth[i - 1]! - smooth[i]! <= fall) continue;
    fall = smooth[i - 1]! - smooth[i]!;
    steepest = i;
  }
  if (steepest < 0) return nothing;
  return {
    steepRate: rateAt(rate, points.counts[steepest]!),
    steepLabel: points.labelAt(steepest),
    bestRate: rateAt(rate, points.counts[optimum]!),
  };
}

/** The rate in force at a count. */
function rateAt({ counts, values, length }: Evaluations, count: number): number {
  const at = firstFrom(counts, count);
  return values[at < 0 ? length - 1 : at]!;
}
