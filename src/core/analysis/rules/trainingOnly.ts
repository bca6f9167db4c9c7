import { isShare } from '../bounds';
import type { Curve } from '../facts';
import { endingOf, judgeable, percentOf } from '../judge';
import { findingOn, type Rule } from '../rule';
import type { Run } from '../../run/run';

/** Shares of all that was gained. */
const MOST = 0.95;
const NEARLY_ALL = 0.99;

/** The losses of two networks that train against each other (Goodfellow et al. 2014), by the words for either. */
const GENERATOR = /(?:^|[^a-z])(?:g|gen|generator)(?:[^a-z]|$)/i;
const DISCRIMINATOR = /(?:^|[^a-z])(?:d|dis|disc|discriminator|critic)(?:[^a-z]|$)/i;

/**
 * Nothing was measured on data that was not trained on: where most of what training gained was reached, and what it still
 * gains, is all that can be told. Of the losses of a GAN not even that: they show a balance, not quality (Lucic et al. 2018).
 * Evidence: series; kind 'adversarial' | 'plain'; mostLabel, nearlyLabel (95 % and 99 % of the smoothed gain; NaN of none);
 * lastLabel; gainPerUnit (over the last quarter, in units of the metric); lateGainPercent (of the gain, in the last quarter).
 */
export const trainingOnly: Rule = {
  id: 'training-only',
  check(facts, earlier) {
    const curve = judgeable(facts);
    if (!curve || facts.validation || facts.divergence) return null;
    if (earlier.some(({ rule }) => rule === 'range-test')) return null;
    const { points } = curve;
    const to = points.length - 1;
    const stretch = { points, from: 0, to };
    return findingOn(stretch, 'training-only', 'information', {
      series: facts.monitor.name,
      kind: isAdversarial(facts.run) ? 'adversarial' : 'plain',
      mostLabel: reached(curve, MOST),
      nearlyLabel: reached(curve, NEARLY_ALL),
      lastLabel: points.labelAt(to),
      ...lately(curve),
    });
  },
};

/** The label by which that share of the whole smoothed gain was reached; NaN where nothing was gained. */
function reached({ smooth, optimum, points }: Curve, share: number): number {
  const gain = smooth[0]! - smooth[optimum]!;
  if (!(gain > 0)) return NaN;
  const at = smooth.findIndex(cost => smooth[0]! - cost >= share * gain);
  return points.labelAt(at);
}

function lately(curve: Curve): Record<'gainPerUnit' | 'lateGainPercent', number> {
  const { counts } = curve.points;
  const { from, gain } = endingOf(curve);
  const units = counts[counts.length - 1]! - counts[from]!;
  const late = Math.max(0, gain);
  return {
    gainPerUnit: units > 0 ? late / units : NaN,
    lateGainPercent: percentOf(late, curve.smooth[0]! - curve.smooth[curve.optimum]!),
  };
}

function isAdversarial({ series }: Run): boolean {
  const losses = series.filter(s => s.split === 'train' && s.goal !== 'max' && !isShare(s));
  const has = (words: RegExp): boolean => losses.some(({ name }) => words.test(name));
  return has(GENERATOR) && has(DISCRIMINATOR);
}
