import type { Run } from '../../run/run';

/** Files that hold a run together, and all runs that stand in them. */
export interface RunFiles {
  readonly files: readonly string[];
  readonly runs: readonly Run[];
}

/** Parts the files of a place by the runs that `assemble` found in them: files of one run stay together, others stand alone. In the order of the files. */
export function logsOfRuns(files: readonly string[], runs: readonly Run[]): readonly RunFiles[] {
  const groups = new Map(files.map(file => [file, new Set([file])]));
  for (const run of runs) {
    const parts = [...new Set(run.logs.flatMap(log => groups.get(log) ?? []))];
    const whole = new Set(parts.flatMap(part => [...part]));
    for (const file of whole) groups.set(file, whole);
  }
  return [...new Set(groups.values())].map(group => ({
    files: files.filter(file => group.has(file)),
    runs: runs.filter(run => run.logs.some(log => group.has(log))),
  }));
}
