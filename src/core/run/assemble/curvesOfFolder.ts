import { placeOf } from '../../log/folders';
import type { Split } from '../../log/format';
import { NumberColumn } from '../numberColumn';
import { Rows, type Run, Series } from '../run';
import { splitsOf } from '../splits';
import { Track } from '../track';
import { mergeRuns } from './mergeRuns';

/** Whether a log holds one curve of the run that its folder is. */
export function isCurveOfFolder(run: Run): boolean {
  return placeOf(run.logs[0] ?? '').series !== undefined;
}

/** A log's only curve under the name that its path gives it: `loss.tsv` may stand in several folders. */
function named(run: Run): Run {
  const name = placeOf(run.logs[0] ?? '').series;
  const [only] = run.series;
  if (name === undefined || only === undefined || run.series.length > 1) return run;
  const { metric, split, goal, values, rows } = only;
  return { ...run, series: [new Series(name, metric, split, goal, values, rows)] };
}

/** Beside curves of this many points a single value is a result, as in other logs. */
const CURVE = 5;

/** The run of a folder that has a file for each curve; a curve's split is told by its company, which is in other files. */
export function runOfCurves(runs: readonly Run[], name: string): Run {
  const curves = runs.map(named);
  const splits = splitsOfNames(new Set(curves.flatMap(run => run.series.map(each => each.name))));
  const isEpochs =
    runs.every(run => isUncounted(run) || run.rows.count === 1) &&
    [...splits.values()].includes('validation');
  const inOneUnit = curves.map(run => {
    if (isEpochs) return { ...run, unit: 'epoch' as const };
    return isUncounted(run) ? inSteps(run) : run;
  });
  const merged = mergeRuns(inOneUnit, name);
  const series = merged.series.map(
    ({ name: own, metric, goal, values, rows }) =>
      new Series(own, metric, splits.get(own) ?? null, goal, values, rows),
  );
  const hasCurve = series.some(({ count }) => count >= CURVE);
  return { ...merged, series: series.filter(({ count }) => count > 1 || !hasCurve) };
}

function splitsOfNames(names: ReadonlySet<string>): ReadonlyMap<string, Split | null> {
  const tracks = Array.from(names, name => {
    const track = new Track(name, null);
    track.beside.push(names);
    return track;
  });
  const splits = splitsOf(tracks);
  return new Map(tracks.map(({ name }, at) => [name, splits[at]!]));
}

/** Whether nothing counts the values of a log, which then are taken for one an epoch. */
function isUncounted({ unit, epochBase }: Run): boolean {
  return unit === 'epoch' && epochBase === null;
}

/** A run without epochs: beside logs that count, the order of its values is no epoch, nor where nothing is validated. */
function inSteps(run: Run): Run {
  const { step, time, line, log } = run.rows;
  const epoch = new NumberColumn();
  for (let row = 0; row < run.rows.count; row++) epoch.push(NaN);
  return { ...run, unit: 'step', rows: new Rows({ epoch, step, time, line, log }) };
}
