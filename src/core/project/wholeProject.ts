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

const LARGEST_CONFIG = 2 * 1024 ** 2;
/** Notebooks hold the pictures they drew. */
const LARGEST_NOTEBOOK = 32 * 1024 ** 2;
/** Config files beyond this number are left out, the deepest first. */
const MOST_FILES = 3000;
/** JSON files that people and tools keep, and that say nothing about a training. */
const OTHER =
  /^(?:package(?:-lock)?|tsconfig.*|composer|vocab|tokenizer.*|special_tokens_map|merges|labels?|index)\.json$/i;

/** Logs that hold settings as well. */
const CONFIG_TOO = /^trainer_state\.json$|\.ipynb$/;

/** Bytes that a config file of this name may have; among a project's files a larger one is data. */
export function largestConfig(path: string): number {
  return path.endsWith('.ipynb') ? LARGEST_NOTEBOOK : LARGEST_CONFIG;
}

/** Reads the config files of a project and ties its runs to their settings. */
export async function readProject(source: ProjectSource): Promise<WholeProject> {
  const files: ConfigFile[] = [];
  for (const path of configPaths(source)) {
    const text = await source.read(path);
    if (text !== null) files.push(configFile(path, text));
  }
  const runs = source.runs.map(run => ({ run, analysis: analyse(run) }));
  return { files, runs, links: linkProject({ files, runs, tree: source.tree }) };
}

/** A file as a config, by its name or the editor's word for its language. One without settings counts as well: it may name a log or its folder, or the file that has them. */
export function configFile(path: string, text: string, editorLanguage?: string): ConfigFile {
  const reading = languageOf(path, editorLanguage)?.read(text);
  const { settings = [], cells } = reading ?? {};
  return cells === undefined
    ? { path, text, settings }
    : { path, text: cells.join('\n'), settings, cells };
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
    .filter(path => !logs.has(path) || CONFIG_TOO.test(nameOf(path)))
    .sort((one, other) => depth(one) - depth(other))
    .slice(0, MOST_FILES);
}

const foldersOf = (path: string) => path.split('/').slice(0, -1);
