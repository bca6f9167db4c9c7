import type { NumberColumn } from '../numberColumn';
import type { Run, Series } from '../run';

/** Values compared of a series: enough to be sure, few enough for every pair of logs. */
const COMPARED = 64;
/** Logs for people print four digits. */
const TOLERANCE = 2e-3;

function close(a: number, b: number, scale: number): boolean {
  if (Object.is(a, b)) return true;
  return Math.abs(a - b) <= Math.max(TOLERANCE * Math.max(Math.abs(a), Math.abs(b)), 1e-3 * scale);
}

/** Half a unit of the last digit that people are shown, for values of this size. */
function scaleOf(values: NumberColumn): number {
  let largest = 0;
  values.some(value => {
    if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
    return largest >= 1;
  });
  return Math.min(1, largest);
}

/** Whether the values of `part` are, to printing precision, the first values of `whole`. */
export function isPrefix(part: Series, whole: Series): boolean {
  if (part.count > whole.count || part.count === 0) return false;
  const [a, b] = [part.values, whole.values];
  const scale = scaleOf(b);
  const isClose = (at: number): boolean => close(a.at(at), b.at(at), scale);
  const stride = Math.max(1, Math.floor(a.length / COMPARED));
  for (let at = 0; at < a.length; at += stride) if (!isClose(at)) return false;
  return isClose(a.length - 1);
}

/** Series that a run is judged by; the others may be printed in one log and not in the other. */
function judged(run: Run): readonly Series[] {
  const measured = run.series.filter(series => series.goal !== null);
  const curves = measured.filter(series => series.count > 1);
  // A run of one row has no curve to compare, but several values.
  return curves.length > 0 || measured.length < 2 ? curves : measured;
}

const pointsOf = (run: Run): number => run.series.reduce((sum, series) => sum + series.count, 0);

/** Whether everything a run is judged by also stands in another, which goes on at least as long. */
export function isContainedIn(run: Run, other: Run): boolean {
  const mine = judged(run);
  if (run === other || mine.length === 0 || pointsOf(run) > pointsOf(other)) return false;
  return mine.every(series =>
    other.series.some(
      candidate =>
        isPrefix(series, candidate) &&
        (candidate.count === series.count || candidate.name === series.name),
    ),
  );
}
