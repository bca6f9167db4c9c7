import { isShare, topOf } from '../bounds';
import type { Curve, Facts } from '../facts';
import { judgeable, percentOf } from '../judge';
import { riseOf } from '../rise';
import { findingOn, type Rule } from '../rule';
import { firstFrom } from '../numerics';

/** What the score must have gained after the loss was lowest: this share of its range, and deviations of its jitter. */
const GAINED = 0.1;
const DEVIATIONS = 3;

/** Less than a point of accuracy is no disagreement. */
const MATTERS = 0.01;

/** Their best counts must lie this share of the run apart. */
const APART = 0.1;

/**
 * The loss got worse since its minimum while the score got better: the model becomes too sure of itself where it is wrong
 * (Guo et al. 2017), and the two choose different epochs. Both bests are told.
 * Evidence: series, bestValue, bestLabel (the loss); score, scoreBest, scoreBestLabel; risePercent (NaN without a natural
 * zero), rise; scoreGain (since the loss was lowest), scoreGainPercentOfRange; scoreThere (score where the loss is lowest),
 * lossThere (loss where the score is best).
 */
export const viewsDisagree: Rule = {
  id: 'views-disagree',
  check(facts) {
    const judged = judgeable(facts);
    const pair = judged && pairOf(facts, judged);
    if (!pair || facts.divergence) return null;
    const { loss, score } = pair;
    if (!isApart(loss, score)) return null;
    const there = indexAt(score, loss.best.count);
    const gain = score.smooth[there]! - score.smooth[score.optimum]!;
    const least = isShare(score.series) ? MATTERS * topOf(score.points.values) : 0;
    const isGain =
      gain > least && gain > Math.max(GAINED * score.smoothRange, DEVIATIONS * score.noise);
    if (!isGain) return null;
    const rise = riseOf(loss);
    if (!(rise.amount > Math.max(2 * loss.noise, thresholdOf(facts) * loss.range))) return null;
    const stretch = { points: loss.points, from: rise.onset, to: loss.points.length - 1 };
    return findingOn(stretch, 'views-disagree', 'information', {
      series: loss.series.name,
      bestValue: loss.best.value,
      bestLabel: loss.best.epoch,
      rise: rise.amount,
      risePercent: rise.percent,
      score: score.series.name,
      scoreBest: score.best.value,
      scoreBestLabel: score.best.epoch,
      scoreThere: score.points.values[there]!,
      scoreGain: Math.abs(score.best.value - score.points.values[there]!),
      scoreGainPercentOfRange: percentOf(gain, score.smoothRange),
      lossThere: loss.points.values[indexAt(loss, score.best.count)]!,
    });
  },
};

/** Loss and score of the same evaluations, each long enough; null where one of them is missing. */
function pairOf(
  { other, validation, preferences }: Facts,
  curve: Curve,
): { readonly loss: Curve; readonly score: Curve } | null {
  if (!validation || !other || other.points.length < preferences.minimumEvaluations) return null;
  const [loss, score] = curve.series.goal === 'min' ? [curve, other] : [other, curve];
  return loss.series.goal === 'min' && score.series.goal === 'max' ? { loss, score } : null;
}

const thresholdOf = ({ preferences }: Facts): number => preferences.overfittingRiseOfRange / 100;

function isApart(loss: Curve, score: Curve): boolean {
  const trained = loss.points.counts[loss.points.length - 1]!;
  return score.best.count - loss.best.count > APART * trained;
}

/** The evaluation at a count, or the first after it. */
function indexAt({ points }: Curve, count: number): number {
  const at = firstFrom(points.counts, count);
  return at < 0 ? points.length - 1 : at;
}
