import { noEvaluations } from '../evaluations';
import { median } from '../numerics';
import { findingOn, type Rule } from '../rule';
import type { Run } from '../../run/run';

/** Silence shorter than this may be an evaluation, a checkpoint or a slow disk. */
const SHORTEST_SECONDS = 600;

/** Rows looked at, from the end: what is usual now. */
const RECENT = 200;

/**
 * Nothing was written to the log of a running training for much longer than it usually takes. How long it has been
 * silent comes from outside; what is usual by the times in the log, else by what was seen of its growing. Without either, and
 * for a run that has ended, there is nothing to say.
 * Evidence: series; silentSeconds; usualSeconds (between lines); times; lastLabel.
 */
export const stalled: Rule = {
  id: 'stalled',
  check({ run, silence, curve, monitor, preferences, trained }) {
    if (silence === null || hasEnded(run, trained)) return null;
    const { seconds: silentSeconds } = silence;
    const usual = usualGap(run) ?? silence.usualSeconds;
    if (usual === null) return null;
    const limit = Math.max(SHORTEST_SECONDS, preferences.stalledAfter * usual);
    if (!(silentSeconds > limit)) return null;
    const points = curve?.points ?? noEvaluations;
    const to = points.length - 1;
    return findingOn({ points, from: to, to }, 'stalled', 'warning', {
      series: monitor.name,
      silentSeconds,
      usualSeconds: usual,
      times: silentSeconds / usual,
      lastLabel: points.labelAt(to),
    });
  },
};

function hasEnded({ status, plannedEpochs, unit }: Run, trained: number): boolean {
  if (status !== 'running' && status !== 'unknown') return true;
  return unit === 'epoch' && plannedEpochs !== null && trained >= plannedEpochs;
}

/** The longest of the usual gaps between rows: their 90 % point would do, the median of the longest tenth is calmer; null without times. */
function usualGap({ rows }: Run): number | null {
  const gaps: number[] = [];
  for (let row = Math.max(1, rows.count - RECENT); row < rows.count; row++) {
    const gap = rows.time.at(row) - rows.time.at(row - 1);
    if (gap > 0) gaps.push(gap);
  }
  const longest = gaps.sort((a, b) => b - a).slice(0, Math.ceil(gaps.length / 10));
  return longest.length > 0 ? median(longest) : null;
}
