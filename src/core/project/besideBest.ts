import { bestBy } from '../analysis/course';
import type { JudgedRun } from './judgedRun';

/** A run beside the best of the others, both as good as they were after the same count. */
export interface BesideBest {
  readonly other: JudgedRun;
  /** The best values by then. */
  readonly own: number;
  readonly theirs: number;
  readonly stands: 'better' | 'worse' | 'within-noise';
}

/** A difference of fewer deviations of the jitter of both runs may be chance. */
const DEVIATIONS = 2;

/**
 * Lays a run beside the best one of others that are judged by the same series, in the same unit, and were trained at least
 * as long. Null where there is none, or where nothing was measured yet.
 */
export function besideBest(run: JudgedRun, others: Iterable<JudgedRun>): BesideBest | null {
  const sign = run.analysis.monitor?.goal === 'max' ? -1 : 1;
  const other = bestOf(run, others, sign);
  if (!run.course || !other?.course) return null;
  const own = bestBy(run.course, run.analysis.trained);
  const theirs = bestBy(other.course, run.analysis.trained);
  const noise = DEVIATIONS * Math.hypot(run.course.noise, other.course.noise);
  return { other, own, theirs, stands: standingOf(sign * (own - theirs), noise) };
}

function bestOf(run: JudgedRun, others: Iterable<JudgedRun>, sign: number): JudgedRun | null {
  const kind = kindOf(run);
  let best: JudgedRun | null = null;
  for (const other of others) {
    if (other === run || kindOf(other) !== kind || !isAhead(other, run)) continue;
    if (best === null || sign * (valueOf(other) - valueOf(best)) < 0) best = other;
  }
  return best;
}

function standingOf(difference: number, noise: number): BesideBest['stands'] {
  if (Math.abs(difference) <= noise) return 'within-noise';
  return difference < 0 ? 'better' : 'worse';
}

/** Equal for runs whose values can be compared. */
function kindOf({ run, analysis }: JudgedRun): string {
  const { name, split, goal } = analysis.monitor ?? { name: '', split: null, goal: null };
  return JSON.stringify([run.unit, name, split, goal]);
}

/** Whether a run got as far as another one, and had measured something by then. */
function isAhead({ analysis, course }: JudgedRun, other: JudgedRun): boolean {
  const isThere = analysis.state !== 'diverged' && analysis.trained >= other.analysis.trained;
  return isThere && course !== null && !Number.isNaN(bestBy(course, other.analysis.trained));
}

const valueOf = ({ analysis }: JudgedRun): number => analysis.best?.value ?? NaN;
