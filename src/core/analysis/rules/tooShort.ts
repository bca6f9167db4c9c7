import { noEvaluations } from '../evaluations';
import { findingOn, type Rule } from '../rule';

/**
 * Fewer evaluations than any judgement needs. Silent after a divergence, which says more.
 * Evidence: series; evaluations; needed.
 */
export const tooShort: Rule = {
  id: 'too-short',
  check({ curve, monitor, divergence, preferences }) {
    const points = curve?.points ?? noEvaluations;
    if (divergence || points.length >= preferences.minimumEvaluations) return null;
    const stretch = { points, from: 0, to: points.length - 1 };
    return findingOn(stretch, 'too-short', 'information', {
      series: monitor.name,
      evaluations: points.length,
      needed: preferences.minimumEvaluations,
    });
  },
};
