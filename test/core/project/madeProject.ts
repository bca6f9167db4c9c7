import { analyse } from '../../../src/core/analysis/analyse';
import { languageOf } from '../../../src/core/config/languages/index';
import type { Run } from '../../../src/core/run/run';
import type { ProjectInput } from '../../../src/core/project/facts';
import { linkProject } from '../../../src/core/project/link';
import type { AnalysedRun, ConfigFile, Link } from '../../../src/core/project/project';
import { makeRun } from '../analysis/makeRun';

/** A run of `epochs` epochs whose validation loss is lowest at two thirds. */
export function madeRun(log: string, epochs: number, changes: Partial<Run> = {}): AnalysedRun {
  const best = (2 * epochs) / 3;
  const at = (epoch: number) => 1 + Math.abs(epoch - best) / epochs + (epoch % 2) / 500;
  const validation = Array.from({ length: epochs }, (_, index) => at(index));
  const loss = validation.map((_, index) => 1 / (index + 1));
  const run = makeRun({ loss, validation }, { name: log, logs: [log], ...changes });
  return { run, analysis: analyse(run) };
}

/** A project given as its config files and runs. */
export function inputOf(
  files: Readonly<Record<string, string>>,
  runs: readonly AnalysedRun[],
): ProjectInput {
  const configs = Object.entries(files).map(([path, text]): ConfigFile => {
    return { path, text, settings: languageOf(path)?.read(text).settings ?? [] };
  });
  const tree = [...Object.keys(files), ...runs.flatMap(({ run }) => run.logs)];
  return { files: configs, runs, tree };
}

/** Its links. */
export function linksOf(
  files: Readonly<Record<string, string>>,
  runs: readonly AnalysedRun[],
): readonly Link[] {
  return linkProject(inputOf(files, runs));
}

/** What ties the runs of each link, as one line each: `file: how logs; how logs`. */
export function shownTies(
  files: Readonly<Record<string, string>>,
  runs: readonly AnalysedRun[],
): readonly string[] {
  return linksOf(files, runs).map(({ file, tied }) => {
    const each = tied.map(
      ({ how, runs: own }) => `${how} ${own.map(({ name }) => name).join(' ')}`,
    );
    return `${file}: ${each.join('; ')}`;
  });
}

/** The links as one line each: `file key=text role how: logs – why log` for those set aside. */
export function shownLinks(
  files: Readonly<Record<string, string>>,
  runs: readonly AnalysedRun[],
): readonly string[] {
  return linksOf(files, runs).map(({ file, setting, role, how, runs: linked, aside }) => {
    const logs = linked.flatMap(({ run }) => run.logs);
    const others = aside.map(({ why, run }) => `– ${why} ${run.logs.join(' ')}`);
    return `${file} ${setting.key}=${setting.text} ${role} ${how}: ${[...logs, ...others].join(' ')}`;
  });
}
