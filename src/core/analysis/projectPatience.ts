import type { Run } from '../run/run';
import type { Analysis } from './analysis';
import { evaluationsOf } from './evaluations';
import { mean, spread } from './numerics';
import { replayCosts } from './outcome';
import { patienceStops } from './replay';

/** Patience values tried. */
const MOST = 100;

/** Runs with fewer evaluations than this cannot show what a patience does. */
const FEWEST = 10;

/** Runs below which a patience is told from too little. */
const FEWEST_RUNS = 2;

/** In the mean over the runs a patience may lose this much of the range … */
const MEAN_LOSS = 0.01;

/** … and more than this on at most so many of them. */
const LARGE_LOSS = 0.05;
const SOME = 0.1;

/** The patience that suits the runs of a project, and what it rests on. Percentages are means over the runs. */
export interface ProjectPatience {
  /** In evaluations. */
  readonly patience: number;
  readonly runs: number;
  /** Runs on which it keeps the very best model. */
  readonly kept: number;
  readonly lostPercentOfRange: number;
  readonly savedPercent: number;
}

/**
 * The smallest patience that costs next to nothing on the runs of a project: at most 1 % of the range in the mean, and more
 * than 5 % on at most a tenth of the runs. Only runs that went to their own end tell: one that was stopped early cannot
 * show what a longer patience would have found. Null with fewer than two of them, and where no patience up to 100 does.
 * Chosen on the other runs of a repository and applied to the one left out it costs 2.5 % of the range at 11.9 % saved, and
 * more than 5 % on 7.3 % of the runs; a fixed patience of 20: 3.6 at 15.3, 11.3; of 50: 1.9 at 6.9, 3.1 (`bench/patience.ts`).
 */
export function projectPatience(
  runs: readonly { readonly run: Run; readonly analysis: Analysis }[],
): ProjectPatience | null {
  const replays = runs.flatMap(({ run, analysis }) => {
    const replay = replayOf(run, analysis);
    return replay ? [replay] : [];
  });
  return bestPatience(replays);
}

/** The same from what every patience does on each run. */
export function bestPatience(
  replays: readonly (readonly PatienceOutcome[])[],
): ProjectPatience | null {
  if (replays.length < FEWEST_RUNS) return null;
  for (let patience = 1; patience <= MOST; patience++) {
    const outcomes = replays.map(replay => replay[patience - 1]!);
    const large = outcomes.filter(({ lost }) => lost > LARGE_LOSS).length;
    if (large > SOME * outcomes.length || mean(outcomes.map(o => o.lost)) > MEAN_LOSS) continue;
    return {
      patience,
      runs: outcomes.length,
      kept: outcomes.filter(({ lost }) => lost === 0).length,
      lostPercentOfRange: 100 * mean(outcomes.map(o => o.lost)),
      savedPercent: 100 * mean(outcomes.map(o => o.saved)),
    };
  }
  return null;
}

/** What one patience does on one run, as shares of its range and of its evaluations. */
export interface PatienceOutcome {
  readonly lost: number;
  readonly saved: number;
}

/** By every patience from 1; null for a run that cannot tell. */
function replayOf(
  run: Run,
  { monitor, state, minDelta }: Analysis,
): readonly PatienceOutcome[] | null {
  const series = monitor ? run.series[monitor.index] : undefined;
  if (!monitor || !series || monitor.split === 'train' || state === 'diverged') return null;
  if (run.status === 'early-stopped' || run.status === 'running') return null;
  const costs = replayCosts(evaluationsOf(run, series, monitor.goal));
  return outcomesOf(costs, minDelta);
}

/** The same from costs, lower is better; null for fewer than ten evaluations, or a constant. */
export function outcomesOf(costs: Float64Array, minDelta = 0): readonly PatienceOutcome[] | null {
  const range = spread(costs.filter(Number.isFinite));
  if (costs.length < FEWEST || !(range > 0)) return null;
  const lowest = new Float64Array(costs.length);
  let least = Infinity;
  for (let i = 0; i < costs.length; i++) lowest[i] = least = Math.min(least, costs[i]!);
  return Array.from(patienceStops(costs, MOST, minDelta), stop => {
    if (stop < 0) return { lost: 0, saved: 0 };
    const lost = Math.min(1, (lowest[stop]! - least) / range);
    return { lost, saved: 1 - (stop + 1) / costs.length };
  });
}
