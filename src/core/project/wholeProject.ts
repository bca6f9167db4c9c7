import { analyse } from '../analysis/analyse';
import { languageOf } from '../config/languages/index';
import type { Run } from '../run/run';
import { linkProject } from './link';
import { nameOf } from './paths';
import type { AnalysedRun, ConfigFile, Link } from './project';
import { isSkippedFolder, TELLING } from './skippedFolders';

/** Where a project is read from. Paths are relative to it, `/` between parts. */
export interface ProjectSource {
  /** All files, logs included. */
  readonly tree: readonly string[];
  readonly runs: readonly Run[];
  /** The text of a file; null when it cannot be read or is no config by its size. */
  read(path: string): Promise<string | null>;
}

/** A project with its settings and their runs: what lens, report and terminal show. */
export interface WholeProject {
  readonly files: readonly ConfigFile[];
  readonly runs: readonly AnalysedRun[];
  readonly links: readonly Link[];
}

/** Bytes of a config file; among a project's files a larger one is data. */
export const LARGEST_CONFIG = 2 * 1024 ** 2;
/** Config files beyond this number are left out, the deepest first. */
const MOST_FILES = 3000;
/** JSON files that people and tools keep, and that say nothing about a training. */
const OTHER =
  /^(?:package(?:-lock)?|tsconfig.*|composer|vocab|tokenizer.*|special_tokens_map|merges|labels?|index)\.json$/i;

/** Reads the config files of a project and ties its runs to their settings. */
export async function readProject(source: ProjectSource): Promise<WholeProject> {
  const files: ConfigFile[] = [];
  for (const path of configPaths(source)) {
    const text = await source.read(path);
    const language = languageOf(path);
    if (text !== null && language)
      files.push({ path, text, settings: language.read(text).settings });
  }
  const runs = source.runs.map(run => ({ run, analysis: analyse(run) }));
  return { files, runs, links: linkProject({ files, runs, tree: source.tree }) };
}

/**
 * The files of a project that may configure it, or tell which does: of a known language, no log, in no folder that is
 * skipped; nearest to the root first.
 */
export function configPaths({
  tree,
  runs,
}: Pick<ProjectSource, 'tree' | 'runs'>): readonly string[] {
  const logs = new Set(runs.flatMap(run => run.logs));
  const depth = (path: string) => path.split('/').length;
  return tree
    .filter(path => languageOf(path) !== null && !OTHER.test(nameOf(path)))
    .filter(path => !foldersOf(path).some(name => isSkippedFolder(name, TELLING)))
    .filter(path => !logs.has(path) || nameOf(path) === 'trainer_state.json')
    .sort((one, other) => depth(one) - depth(other))
    .slice(0, MOST_FILES);
}

const foldersOf = (path: string) => path.split('/').slice(0, -1);
