import type { Run, Series } from '../run/run';
import { atOnce, type Steps } from '../run/steps';
import type { Monitor } from './analysis';
import { bestOf } from './best';
import { Curve } from './curve';
import { divergenceOf, type Divergence } from './divergence';
import { evaluationsOf, finiteOf, type Evaluations } from './evaluations';
import { chooseMonitor, otherView, trainingFor } from './monitor';
import type { AnalysisPreferences } from './preferences';
import type { Silence } from './silence';
import { rateOf } from './rate';

export type { Curve } from './curve';

/** Everything the rules and the suggestion start from, computed once a run. */
export interface Facts {
  readonly run: Run;
  readonly monitor: Monitor;
  /** Whether the monitored series was measured on data that was not trained on. */
  readonly validation: boolean;
  readonly preferences: AnalysisPreferences;
  /** Every evaluation of the monitored series, NaN included. */
  readonly all: Evaluations;
  /** The monitored series up to a divergence; null when nothing finite came before it. */
  readonly curve: Curve | null;
  /** What training shows of the same, for comparison; null where not logged, and where it is what is judged. */
  readonly training: Curve | null;
  /** The other view of the same evaluations: score beside loss, loss beside score. */
  readonly other: Curve | null;
  readonly divergence: Divergence | null;
  /** The learning rate where it was logged: finite, not negative, in the order of training. */
  readonly rate: Evaluations | null;
  /** Counts trained by the last evaluation of anything looked at. */
  readonly trained: number;
  /** How long the log of a run that is being written has been silent; null where it is not, or nobody told. */
  readonly silence: Silence | null;
}

/** Null for a run without any series that has a direction and a number. */
export function factsOf(
  run: Run,
  preferences: AnalysisPreferences,
  silence: Silence | null = null,
): Facts | null {
  return atOnce(factsInSteps(run, preferences, silence));
}

/** The same, a curve at a time: one of millions of points takes long. */
export function* factsInSteps(
  run: Run,
  preferences: AnalysisPreferences,
  silence: Silence | null,
): Steps<Facts | null> {
  const judged = chooseMonitor(run, preferences.monitor);
  const series = judged ? run.series[judged.monitor.index] : undefined;
  if (!judged || !series) return null;
  const { monitor, validation } = judged;
  const own = trackOf(run, series);
  yield;
  const training = trackOf(run, validation ? trainingFor(run, monitor) : null);
  yield;
  const other = trackOf(run, otherView(run, monitor));
  yield;
  const divergence = diverged(own) ?? brokenTraining(training, own);
  const until = divergence ? divergence.evaluations.counts[divergence.at]! : Infinity;
  const curves = yield* curvesOf({ own, training, other }, until);
  return {
    run,
    monitor,
    validation,
    preferences,
    all: own.all,
    ...curves,
    divergence,
    rate: rateOf(run),
    trained: Math.max(lastCount(own), lastCount(training)),
    silence,
  };
}

/** Any other series of the run, looked at the same way: up to the divergence; null where nothing finite came before it. */
export function curveFor({ run, divergence }: Facts, series: Series): Curve | null {
  const until = divergence ? divergence.evaluations.counts[divergence.at]! : Infinity;
  return curveOf(trackOf(run, series), until);
}

/** A series with all its evaluations; null where there is none. */
interface Track {
  readonly series: Series;
  readonly all: Evaluations;
}

function trackOf(run: Run, series: Series): Track;
function trackOf(run: Run, series: Series | null): Track | null;
function trackOf(run: Run, series: Series | null): Track | null {
  return series && { series, all: evaluationsOf(run, series, series.goal ?? 'min') };
}

function diverged(track: Track | null): Divergence | null {
  return track && divergenceOf(track.series, track.all);
}

/** Training that broke, unless a validation after that was still finite: weights that are NaN predict nothing. */
function brokenTraining(training: Track | null, own: Track): Divergence | null {
  const found = diverged(training);
  if (!found || found.kind === 'exploded') return null;
  const count = found.evaluations.counts[found.at]!;
  const { counts, values } = own.all;
  return counts.some((c, i) => c >= count && Number.isFinite(values[i]!)) ? null : found;
}

function* curvesOf(
  { own, training, other }: Readonly<Record<'own' | 'training' | 'other', Track | null>>,
  until: number,
): Steps<Pick<Facts, 'curve' | 'training' | 'other'>> {
  const curve = curveOf(own, until);
  yield;
  const beside = curveOf(training, until);
  yield;
  const view = curveOf(other, until);
  yield;
  return { curve, training: beside, other: view };
}

/** What is finite before the count `until`; null of nothing. */
function curveOf(track: Track | null, until: number): Curve | null {
  if (!track) return null;
  const end = until === Infinity ? -1 : track.all.counts.findIndex(count => count >= until);
  const points = finiteOf(track.all, end < 0 ? track.all.length : end);
  const best = bestOf(points);
  return best && new Curve(track.series, points, best);
}

function lastCount(track: Track | null): number {
  return track?.all.counts.at(-1) ?? 0;
}
