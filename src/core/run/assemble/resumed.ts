import { Rows, type Run, Series } from '../run';
import { groupBy } from './entity';
import { mergeRuns } from './mergeRuns';

/** A later launch that begins within this share of the run before it begins anew; one that resumes, resumes late. */
const EARLY = 0.25;

/**
 * Puts the event files of one folder together where a later one resumes the run of an earlier one: what the earlier one
 * had trained beyond that place is dropped, as TensorBoard does after a restart. Other runs stay as they are.
 */
export function resumed(runs: readonly Run[]): readonly Run[] {
  return groupBy(runs, run => (run.format === 'tfevents' ? folderOf(run) : run.name)).flatMap(
    group => (group.length === 1 ? group : chained(group)),
  );
}

function folderOf(run: Run): string {
  const log = run.logs[0] ?? '';
  return `folder\n${log.slice(0, log.lastIndexOf('/') + 1)}`;
}

/** The names of event files hold the time of their start, so that their order is that of the launches. */
function chained(runs: readonly Run[]): Run[] {
  const chain: Run[] = [];
  for (const run of runs) {
    const before = chain.at(-1);
    const from = before === undefined ? NaN : resumesAt(before, run);
    if (before === undefined || Number.isNaN(from)) chain.push(run);
    else chain.splice(-1, 1, mergeRuns([cut(before, axisOf(before, run), from), run], before.name));
  }
  return chain;
}

/** What both runs count in; the steps where they have them. */
function axisOf(a: Run, b: Run): 'step' | 'epoch' {
  const hasSteps = [a, b].every(run => run.rows.step.view().some(step => !Number.isNaN(step)));
  return hasSteps ? 'step' : 'epoch';
}

/** Where a run resumes the one before; NaN: it is another run. */
function resumesAt(before: Run, run: Run): number {
  if (before.logs[0] === run.logs[0] || !haveCurvesInCommon(before, run)) return NaN;
  const axis = axisOf(before, run);
  const [first, last] = rangeOf(before.rows[axis].view());
  const [from] = rangeOf(run.rows[axis].view());
  return from > first + EARLY * (last - first) ? from : NaN;
}

function haveCurvesInCommon(a: Run, b: Run): boolean {
  const names = new Set(a.series.map(({ name, split }) => `${name}\n${split ?? ''}`));
  return b.series.some(({ name, split }) => names.has(`${name}\n${split ?? ''}`));
}

function rangeOf(column: Float64Array): [number, number] {
  let [first, last] = [Infinity, -Infinity];
  for (const value of column) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  return [first, last];
}

/** A run without the rows that stand at `from` or beyond. */
function cut(run: Run, axis: 'step' | 'epoch', from: number): Run {
  const { rows } = run;
  const kept = new Rows();
  const moved = Array.from({ length: rows.count }, (_, row) =>
    rows[axis].at(row) >= from
      ? -1
      : kept.push(
          rows.epoch.at(row),
          rows.step.at(row),
          rows.time.at(row),
          rows.line.at(row),
          rows.log.at(row),
        ),
  );
  const series = run.series.map(each => {
    const left = new Series(each.name, each.metric, each.split, each.goal);
    each.rows.view().forEach((row, at) => {
      if (moved[row]! >= 0) left.push(moved[row]!, each.values.at(at));
    });
    return left;
  });
  return { ...run, rows: kept, series: series.filter(({ count }) => count > 0) };
}
