import { placeOf } from '../log/folders';
import { withoutConsole } from './assemble/console';
import { isCurveOfFolder, runOfCurves } from './assemble/curvesOfFolder';
import { groupBy, ownWordsOf } from './assemble/entity';
import { mergeRuns } from './assemble/mergeRuns';
import { resumed } from './assemble/resumed';
import { isContainedIn } from './assemble/sameNumbers';
import type { Run } from './run';

/** Runs of one folder beyond which they are not compared with each other: a folder of thousands of runs holds no views. */
const MOST_COMPARED = 200;

/**
 * Which runs of the logs of one folder are one: shorter copies of a run (`checkpoint-N/trainer_state.json`) and
 * other views of it (the console log beside the CSV) are left out and named among its logs; training and
 * validation in two files are put together, so are the files of a folder that has one for each curve, and so are the event files of a run that was resumed. Runs stay in the order of their logs.
 */
export function assemble(runs: readonly Run[]): readonly Run[] {
  return groupBy(runs, run => placeOf(run.logs[0] ?? '').run).flatMap(group => {
    const [curves, others] = parted(group, isCurveOfFolder);
    const whole = curves.length === 0 ? [] : [runOfCurves(curves, nameOf(curves[0]!))];
    return whole.concat(
      others.length > MOST_COMPARED
        ? others
        : complete(pieced(resumed(withoutCopies(withoutConsole(others))))),
    );
  });
}

const nameOf = (run: Run): string => placeOf(run.logs[0] ?? '').run || run.name;

function parted(runs: readonly Run[], is: (run: Run) => boolean): readonly [Run[], Run[]] {
  return [runs.filter(is), runs.filter(run => !is(run))];
}

const depth = (run: Run): number => (run.logs[0] ?? '').split('/').length;

function withoutCopies(runs: readonly Run[]): Run[] {
  const wholes = new Map<Run, Run>();
  runs.forEach((run, index) => {
    const whole = runs.find(
      (other, at) =>
        other.logs[0] !== run.logs[0] &&
        isContainedIn(run, other) &&
        // Of two that hold each other, the one higher up is kept, else the first.
        ((depth(other) - depth(run) || at - index) < 0 || !isContainedIn(other, run)),
    );
    if (whole !== undefined) wholes.set(run, whole);
  });
  const wholeOf = (run: Run): Run => {
    let whole = run;
    // Equality within rounding is not transitive: never go round in circles.
    for (let hops = 0; hops < runs.length; hops++) whole = wholes.get(whole) ?? whole;
    return whole;
  };
  return groupBy(runs, run => String(runs.indexOf(wholeOf(run)))).map(group => {
    const whole = wholeOf(group[0]!);
    const logs = [whole, ...group].flatMap(run => run.logs);
    return group.length === 1 ? whole : { ...whole, logs: [...new Set(logs)] };
  });
}

/** Puts together what was written to a file per epoch: one row each, at different places. */
function pieced(runs: readonly Run[]): Run[] {
  const groups = groupBy(runs, run => {
    const log = run.logs[0] ?? '';
    return run.rows.count === 1
      ? `${run.format}\n${log.replace(/\d+(?=\.[a-z]+$)/i, '')}`
      : run.name;
  });
  return groups.flatMap(group => {
    const places = new Set(group.map(run => `${run.rows.epoch.at(0)} ${run.rows.step.at(0)}`));
    // Runs of one log are several already.
    const logs = new Set(group.map(run => run.logs[0]));
    const several = group.length > 1 && logs.size === group.length;
    const pieces = several && places.size === group.length;
    return pieces ? [mergeRuns(group, group[0]!.name)] : group;
  });
}

/** Puts together the logs of one folder that hold different curves of one run. */
function complete(runs: readonly Run[]): Run[] {
  const perLog = groupBy(runs, run => run.logs[0] ?? '');
  const single = perLog.flatMap(group => (group.length === 1 ? group : []));
  const groups = groupBy(single, run => `${run.format}\n${ownWordsOf(run.logs[0] ?? '')}`);
  const merged = new Map<Run, Run | null>();
  for (const group of groups) {
    const parts = withoutSummaries(group);
    if (parts.length < 2 || !areDisjoint(parts)) continue;
    const whole = mergeRuns(parts, nameOf(parts[0]!));
    for (const run of group) merged.set(run, null);
    merged.set(parts[0]!, whole);
  }
  return runs.flatMap(run => merged.get(run) ?? (merged.has(run) ? [] : [run]));
}

const curveKey = (run: Run): string[] =>
  run.series.map(({ metric, split }) => `${metric}\n${split ?? ''}`);

/** Of two logs for one curve, a single value is the summary of the other. */
function withoutSummaries(runs: readonly Run[]): Run[] {
  const longer = runs.filter(run => run.rows.count > 1);
  const taken = new Set(longer.flatMap(curveKey));
  return runs.filter(run => run.rows.count > 1 || !curveKey(run).some(key => taken.has(key)));
}

function areDisjoint(runs: readonly Run[]): boolean {
  const keys = runs.flatMap(run => [...new Set(curveKey(run))]);
  return new Set(keys).size === keys.length;
}
