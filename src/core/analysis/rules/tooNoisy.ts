import { isNoisy } from '../judge';
import type { Rule } from '../rule';

/**
 * The validation curve jumps more from one evaluation to the next than it moves in the whole run.
 * Evidence: series; noise (standard deviation of the jitter); range (of the smoothed curve); noisePercent (of the raw range); evaluations.
 */
export const tooNoisy: Rule = {
  id: 'too-noisy',
  check({ curve, monitor, preferences, validation, divergence }) {
    if (!curve || !validation || divergence) return null;
    const { points } = curve;
    const last = points.length - 1;
    if (points.length < preferences.minimumEvaluations) return null;
    if (!isNoisy(curve, preferences.noisySpan)) return null;
    return {
      rule: 'too-noisy',
      severity: 'information',
      from: points.labels[0]!,
      to: points.labels[last]!,
      fromRow: points.rows[0]!,
      toRow: points.rows[last]!,
      evidence: {
        series: monitor.name,
        noise: curve.noise,
        range: curve.smoothRange,
        noisePercent: curve.range > 0 ? (100 * curve.noise) / curve.range : 0,
        evaluations: points.length,
      },
    };
  },
};
