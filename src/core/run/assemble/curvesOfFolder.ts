import { placeOf } from '../../log/folders';
import { type Run, Series } from '../run';
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
  const merged = mergeRuns(runs.map(named), name);
  const names = new Set(merged.series.map(series => series.name));
  const splits = splitsOf(
    merged.series.map(series => {
      const track = new Track(series.name, null);
      track.beside.push(names);
      return track;
    }),
  );
  const series = merged.series.map(
    ({ name: own, metric, goal, values, rows }, at) =>
      new Series(own, metric, splits[at]!, goal, values, rows),
  );
  const hasCurve = series.some(({ count }) => count >= CURVE);
  return { ...merged, series: series.filter(({ count }) => count > 1 || !hasCurve) };
}
