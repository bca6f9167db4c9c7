import type { Curve, Facts } from '../facts';
import { findingOn, type Rule } from '../rule';
import { spikesOf, type Spike } from '../spikes';

/** More excursions than this share of the evaluations are the nature of the curve, not events. */
const RARE = 0.02;

/** The level after the spike is worse than before by this share of it: not all was recovered. */
const SET_BACK = 0.1;

/**
 * A loss exploded and came back. The training loss is looked at first, as that is where it happens.
 * A warning where the level after it is worse than the one before.
 * Evidence: series; spikes (how many); label, peak of the highest; before, after (levels); times (peak over the level before);
 * evaluationsHigh; recovered 'yes' | 'no'.
 */
export const spike: Rule = {
  id: 'spike',
  check(facts) {
    if (facts.divergence) return null;
    return found(facts, facts.training) ?? found(facts, facts.curve);
  },
};

function found({ preferences }: Facts, curve: Curve | null): ReturnType<Rule['check']> {
  const spikes = curve ? spikesOf(curve, preferences.spikeHeight) : [];
  if (!curve || spikes.length === 0) return null;
  const { points, noise, series } = curve;
  if (spikes.length > Math.max(1, RARE * points.length)) return null;
  const most = spikes.reduce((a, b) => (b.peak / b.before > a.peak / a.before ? b : a));
  const isSetBack = setBack(most, noise);
  const severity = isSetBack ? 'warning' : 'information';
  return findingOn({ points, from: most.from, to: most.to }, 'spike', severity, {
    series: series.name,
    spikes: spikes.length,
    label: points.labelAt(most.from),
    count: points.counts[most.from]!,
    peak: most.peak,
    before: most.before,
    after: most.after,
    times: most.peak / most.before,
    evaluationsHigh: most.to - most.from + 1,
    recovered: isSetBack ? 'no' : 'yes',
  });
}

function setBack({ before, after }: Spike, noise: number): boolean {
  return after - before > Math.max(SET_BACK * before, 3 * noise);
}
