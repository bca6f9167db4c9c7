import type { RuleId } from '../analysis';
import { isShare, topOf } from '../bounds';
import { curveFor, type Curve, type Facts } from '../facts';
import { endingOf, SIGNIFICANT } from '../judge';
import type { Series } from '../../run/run';
import { findingOn, type Rule } from '../rule';
import { median } from '../numerics';

/** Findings that say why the training score is low. */
const EXPLAINED_BY: ReadonlySet<RuleId> = new Set(['overfitting', 'still-improving', 'too-noisy']);

/** Training may be better than validation by this share of the scale at most: AutoTrainer takes a gap of 0.1 for a generalisation gap. */
const GAP = 0.05;

/** Nor worse by more: augmentation then makes training harder, and its score says little. */
const HARDER = 0.1;

/** Evaluations at least. */
const FEWEST = 10;

/**
 * Training itself does badly and has stopped getting better, and validation is no worse: the model, not the data it has not
 * seen, is the limit. Only told by a score that is a share, as a loss has no known floor; 0.7 is AutoTrainer's Θ (Zhang et
 * al. 2021). Evidence: series, value (validation); trainSeries, trainValue (medians of the last quarter); thresholdPercent;
 * sinceLabel; z (trend of training in the last quarter).
 */
export const underfitting: Rule = {
  id: 'underfitting',
  check(facts, earlier) {
    if (facts.divergence || earlier.some(({ rule }) => EXPLAINED_BY.has(rule))) return null;
    const pair = sharesOf(facts);
    if (!pair) return null;
    const { training, validation } = pair;
    const top = topOf(validation.points.values);
    const [trained, held] = [levelOf(training), levelOf(validation)];
    const ending = endingOf(training);
    if (trained >= facts.preferences.underfittingScore * top || !isFlat(training, top)) return null;
    if (trained - held > GAP * top || held - trained > HARDER * top) return null;
    const { points } = training;
    const stretch = { points, from: ending.from, to: points.length - 1 };
    return findingOn(stretch, 'underfitting', 'information', {
      series: validation.series.name,
      value: held,
      trainSeries: training.series.name,
      trainValue: trained,
      thresholdPercent: 100 * facts.preferences.underfittingScore,
      sinceLabel: points.labelAt(ending.from),
      z: ending.trend,
    });
  },
};

/** The score of classification on both sides: detection and segmentation scores have ceilings far below one. */
function sharesOf(facts: Facts): { readonly training: Curve; readonly validation: Curve } | null {
  const { series } = facts.run;
  const wanted = ['accuracy', 'balanced_accuracy', 'f1'];
  const held = series.find(
    s => s.split === 'validation' && isShare(s) && wanted.includes(s.metric),
  );
  const own = held && series.find(s => s.split === 'train' && s.metric === held.metric);
  if (!held || !own || isGood(own, facts.preferences.underfittingScore)) return null;
  const validation = curveFor(facts, held);
  const training = curveFor(facts, own);
  if (!training || !validation) return null;
  const shorter = Math.min(training.points.length, validation.points.length);
  return shorter >= FEWEST ? { training, validation } : null;
}

/** Whether most of the last quarter is above the threshold as it was logged, which saves looking at most runs closely. */
function isGood({ values }: Series, threshold: number): boolean {
  const all = values.glance();
  const end = all.subarray(all.length - Math.ceil(all.length / 4));
  const limit = threshold * topOf(all);
  return end.filter(value => value >= limit).length > end.length / 2;
}

function levelOf({ points }: Curve): number {
  return median(points.values.subarray(points.length - Math.ceil(points.length / 4)));
}

/** No improving trend at the end, and less than a point gained in it. */
function isFlat(curve: Curve, top: number): boolean {
  const { trend, gain } = endingOf(curve);
  return trend > -SIGNIFICANT || gain < 0.01 * top;
}
