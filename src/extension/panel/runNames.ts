import { placeOf } from '../../core/log/folders';
import type { AnalysedRun } from '../../core/project/project';
import { shownName } from '../../core/report/shownName';
import type { Run } from '../../core/run/run';

const named = new WeakMap<readonly AnalysedRun[], readonly string[]>();

/** The names of the runs of a log, in their order: a run that is alone in its folder is called after it, as its file says nothing more. */
export function runNames(runs: readonly AnalysedRun[]): readonly string[] {
  const known = named.get(runs);
  if (known) return known;
  const inFolder = new Map<string, number>();
  for (const { run } of runs) {
    const folder = folderOf(run);
    inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
  }
  const names = runs.map(({ run }) => {
    const folder = folderOf(run);
    const isAlone = runs.length > 1 && folder !== '' && inFolder.get(folder) === 1;
    return isAlone && run.name === run.logs[0] ? shownName(folder) : nameInLog(run);
  });
  named.set(runs, names);
  return names;
}

const folderOf = ({ logs: [log = ''] }: Run): string => placeOf(log).run;

/** What all runs of the log begin with is the title of the panel already. */
export function nameInLog({ name, logs: [log = ''] }: Run): string {
  return shownName(name.startsWith(`${log} `) ? name.slice(log.length + 1) : name);
}
