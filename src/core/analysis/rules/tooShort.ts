import type { Rule } from '../rule';

/**
 * Fewer evaluations than any judgement needs. Silent after a divergence, which says more.
 * Evidence: series; evaluations; needed.
 */
export const tooShort: Rule = {
  id: 'too-short',
  check({ curve, monitor, divergence, preferences }) {
    const points = curve?.points;
    const count = points?.length ?? 0;
    if (divergence || count >= preferences.minimumEvaluations) return null;
    return {
      rule: 'too-short',
      severity: 'information',
      from: points?.labels[0] ?? NaN,
      to: points?.labels[count - 1] ?? NaN,
      fromRow: points?.rows[0] ?? 0,
      toRow: points?.rows[count - 1] ?? 0,
      evidence: {
        series: monitor.name,
        evaluations: count,
        needed: preferences.minimumEvaluations,
      },
    };
  },
};
