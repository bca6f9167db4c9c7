import type { ReplayResult } from '../../core/analysis/analysis';
import { evaluationsOf } from '../../core/analysis/evaluations';
import { outcomeOf, replayCosts } from '../../core/analysis/outcome';
import { patienceStops } from '../../core/analysis/replay';
import type { AnalysedRun } from '../../core/project/project';
import type { PatiencePlaces, XAxis } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { patienceSentence } from '../../core/report/sentences/chartLabels';
import { replayView } from '../../core/report/sentences/replay';
import { placesOf } from './panelAxis';
import { placeOfCount } from './placement';

/** Beyond this nobody waits, and nobody scrubs. */
const MOST_PATIENCE = 100;
/** Patience counts evaluations; a curve with more values than this is logged by the batch. */
const MOST_EVALUATIONS = 20_000;

const replayed = new WeakMap<AnalysedRun, readonly ReplayResult[]>();

/** What each patience from 1 on would have done to a run; none for a curve too short to have been stopped. */
function resultsOf(analysed: AnalysedRun): readonly ReplayResult[] {
  const known = replayed.get(analysed);
  if (known) return known;
  const results = replay(analysed);
  replayed.set(analysed, results);
  return results;
}

function replay({ run, analysis }: AnalysedRun): readonly ReplayResult[] {
  const { monitor, state } = analysis;
  const series = run.series[monitor?.index ?? -1];
  if (!series || !monitor || state === 'too-short' || series.count > MOST_EVALUATIONS) return [];
  const all = evaluationsOf(run, series, monitor.goal);
  const most = Math.min(MOST_PATIENCE, all.length - 1);
  if (most < 1) return [];
  const stops = patienceStops(replayCosts(all), most, analysis.minDelta);
  return Array.from(stops).flatMap((stop, i) => {
    const name = { rule: 'patience', patience: i + 1 };
    return outcomeOf(all, name, stop) ?? [];
  });
}

/** A sentence for each patience. */
export function patienceSentences(analysed: AnalysedRun, say: Say): readonly string[] {
  const { run, analysis } = analysed;
  return resultsOf(analysed).map(result =>
    patienceSentence(result, replayView(result, analysis, run.unit, say), say),
  );
}

/** Where each patience stops and what it keeps, on an axis. */
export function patiencePlaces(analysed: AnalysedRun, axis: XAxis): readonly PatiencePlaces[] {
  const { run, analysis } = analysed;
  const series = run.series[analysis.monitor?.index ?? -1];
  if (!series) return [];
  const places = placesOf(run, series, axis);
  const placeOf = (count: number) => placeOfCount(run, series, places, count);
  return resultsOf(analysed).map(({ stopCount, keptCount, value }) => ({
    stop: stopCount === null ? null : placeOf(stopCount),
    kept: placeOf(keptCount),
    value,
  }));
}
