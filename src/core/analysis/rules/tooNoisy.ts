import { isNoisy, judgeableCurve, percentOf } from '../judge';
import { findingOn, type Rule } from '../rule';

/**
 * The validation curve jumps more from one evaluation to the next than it moves in the whole run.
 * Evidence: series; noise (standard deviation of the jitter); range (of the smoothed curve); noisePercent (of the raw range); evaluations.
 */
export const tooNoisy: Rule = {
  id: 'too-noisy',
  check(facts) {
    const curve = judgeableCurve(facts);
    if (!curve || !facts.validation || facts.divergence) return null;
    if (!isNoisy(curve, facts.preferences.noisySpan)) return null;
    const { points, noise } = curve;
    return findingOn({ points, from: 0, to: points.length - 1 }, 'too-noisy', 'information', {
      series: facts.monitor.name,
      noise,
      range: curve.smoothRange,
      noisePercent: percentOf(noise, curve.range),
      evaluations: points.length,
    });
  },
};
