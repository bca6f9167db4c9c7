import { endingOf, judgeable, SIGNIFICANT, WORTH } from '../judge';
import type { Rule } from '../rule';

/** The optimum must lie in this last share of the run. */
const LAST_SHARE = 0.1;

/**
 * Validation is at its best at the end and still has an improving trend that is worth something.
 * Evidence: series; lastLabel, lastCount, lastValue; bestValue, bestLabel, bestCount; z; gainPerUnit (metric units per count over the last quarter);
 * gainPercentOfRange (gained in the last quarter).
 */
export const stillImproving: Rule = {
  id: 'still-improving',
  check(facts) {
    const curve = judgeable(facts);
    if (!curve || !facts.validation || facts.divergence) return null;
    const { points, best } = curve;
    const last = points.length - 1;
    const ending = endingOf(curve);
    if (curve.optimum < (1 - LAST_SHARE) * last - 1) return null;
    if (ending.trend > -SIGNIFICANT) return null;
    if (ending.gain < Math.max(WORTH * curve.smoothRange, curve.noise / 2)) return null;
    return {
      rule: 'still-improving',
      severity: 'information',
      from: points.labels[ending.from]!,
      to: points.labels[last]!,
      fromRow: points.rows[ending.from]!,
      toRow: points.rows[last]!,
      evidence: {
        series: facts.monitor.name,
        lastLabel: points.labels[last]!,
        lastCount: points.counts[last]!,
        lastValue: points.values[last]!,
        bestValue: best.value,
        bestLabel: best.epoch,
        bestCount: best.count,
        z: ending.trend,
        gainPerUnit:
          ending.gain / Math.max(points.counts[last]! - points.counts[ending.from]!, 1e-12),
        gainPercentOfRange: curve.smoothRange > 0 ? (100 * ending.gain) / curve.smoothRange : 0,
      },
    };
  },
};
