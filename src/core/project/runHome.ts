import { folderOf } from './paths';

/** Folders inside a run's own folder, in which tools put parts of what they write. */
const PARTS =
  /^(?:checkpoint[-_]?\w*|plots|metrics|train|eval|val|test|vis_data|files|logs?|csv|tb|tensorboard|events)$/i;
/** Folders that are a run by their name, whatever they lie in. */
const HOMES = /^(?:dvclive|version_\d+|run-[\w-]+|\.hydra|[0-9a-f]{32})$/i;

/** The folder that belongs to one run, for one of its logs: the folder of the log, without the parts tools make inside. */
export function homeOf(log: string): string {
  let home = folderOf(log);
  const parts = home.split('/');
  const named = parts.findLastIndex(part => HOMES.test(part));
  if (named >= 0) return parts.slice(0, named + 1).join('/');
  while (home.includes('/') && PARTS.test(home.slice(home.lastIndexOf('/') + 1))) {
    home = folderOf(home);
  }
  return home;
}

/**
 * What tells one run from the others of a tool that keeps its logs and its models apart (`saved/log/A/0101_12`,
 * `saved/models/A/0101_12`): the root, and the last two folders; null for a path too short to have such twins.
 */
export function runNameOf(folder: string): string | null {
  const parts = folder.split('/');
  return parts.length < 4 ? null : [parts[0], ...parts.slice(-2)].join('/');
}
