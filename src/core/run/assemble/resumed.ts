import { Rows, type Run, Series } from '../run';
import { groupBy } from './entity';
import { mergeRuns } from './mergeRuns';

/** A later launch that begins within this share of the run before it begins anew; one that resumes, resumes late. */
const EARLY = 0.25;

/**
 * Puts the event files of one folder, and what W&B recorded of one run, together where a later launch resumes the run of
 * an earlier one: what the earlier one had trained beyond that place is dropped, as TensorBoard does after a restart.
 * Other runs stay as they are.
 */
export function resumed(runs: readonly Run[]): readonly Run[] {
  const groupOf = (run: Run): string => {
    if (run.format === 'tfevents') return folderOf(run);
    // The launches of one run stand in one place already.
    return run.format === 'wandb' ? 'launches of W&B' : run.name;
  };
  return groupBy(runs, groupOf).flatMap(group =>
    group.length === 1 ? group : chained(byLaunch(group)),
  );
}

/** W&B's folders say when they were launched; without that, runs stay in the order of their logs. */
function byLaunch(runs: readonly Run[]): readonly Run[] {
  const launched = (run: Run): string => /\d{8}_\d{6}(?=-)/.exec(run.logs[0] ?? '')?.[0] ?? '';
  return [...runs].sort(
    (a, b) => Number(launched(a) > launched(b)) - Number(launched(a) < launched(b)),
  );
}

function folderOf(run: Run): string {
  const log = run.logs[0] ?? '';
  return `folder\n${log.slice(0, log.lastIndexOf('/') + 1)}`;
}

/** Launches in their order: the names of event files hold the time of their start. */
function chained(runs: readonly Run[]): Run[] {
  const chain: Run[] = [];
  for (const run of runs) {
    const before = chain.at(-1);
    const place = before === undefined ? null : resumesAt(before, run);
    if (before === undefined || place === null) chain.push(run);
    else chain.splice(-1, 1, mergeRuns([cut(before, place), run], before.name));
  }
  return chain;
}

/** Where on which axis a launch goes on. */
interface Place {
  readonly axis: 'step' | 'epoch';
  readonly from: number;
}

/** What both runs count in; the steps where they have them. W&B counts its calls from 0 again where it cannot ask: then the epochs. */
function axesOf(a: Run, b: Run): readonly Place['axis'][] {
  const both = (['step', 'epoch'] as const).filter(axis =>
    [a, b].every(run => run.rows[axis].view().some(label => !Number.isNaN(label))),
  );
  return a.format === 'wandb' ? both : both.slice(0, 1);
}

/** Where a run resumes the one before; `null`: it is another run. */
function resumesAt(before: Run, run: Run): Place | null {
  if (before.logs[0] === run.logs[0] || !haveCurvesInCommon(before, run)) return null;
  for (const axis of axesOf(before, run)) {
    const [first, last] = rangeOf(before.rows[axis].view());
    const [from] = rangeOf(run.rows[axis].view());
    if (from > first + EARLY * (last - first)) return { axis, from };
  }
  return null;
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
function cut(run: Run, { axis, from }: Place): Run {
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
    const { name, metric, split, goal, outOf } = each;
    const left = new Series(name, metric, split, goal, undefined, undefined, outOf);
    each.rows.view().forEach((row, at) => {
      if (moved[row]! >= 0) left.push(moved[row]!, each.values.at(at));
    });
    return left;
  });
  return { ...run, rows: kept, series: series.filter(({ count }) => count > 0) };
}
