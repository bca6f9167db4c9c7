import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HEAD_BYTES } from '../core/log/format';
import { FactsOfFolders } from '../core/log/folderFacts';
import { looksLikeLogName } from '../core/log/formats/index';
import { mayBeLog } from '../core/log/mayBeLog';
import type { GroundFiles, LogGround } from '../core/log/ground';
import { pickedGround } from '../core/log/pickedGround';
import type { PickedLog } from '../core/log/pickedLogs';
import type { FindGround } from '../core/project/find/foundLog';
import { FileSource } from './fileSource';
import { sourceOf } from './sourceOf';
import { accessError } from './userError';
import { walk } from './walk';

/** Folders are looked into this deep, for at most this many logs. */
const DEEPEST = 4;
const MOST_LOGS = 1000;
const MOST_FACTS = 500;
/** Folders that the system is asked to watch; logs in others are looked at from time to time. */
const MOST_WATCHED = 32;

/** A log, or a folder of logs, on this machine's disk. */
export function diskGround(path: string): LogGround {
  return groundOf(path, () => filesOf(path));
}

/** Where the logs that a search meets on this machine's disk are. */
export const diskFindGround: FindGround = {
  source: (root, log) => sourceOf(join(root, log)),
  facts: (root, paths) => factsOnDisk(root, paths),
  pathOf: (root, log) => join(root, log),
};

/** Certain logs of a folder on this machine's disk, with what says something of them. */
export function filesGround(
  folder: string,
  logs: readonly string[],
  facts: readonly string[],
): LogGround {
  return groundOf(folder, () => Promise.resolve({ isFolder: true, logs, facts }));
}

/** What files of a folder say of the runs in it. */
export async function factsOnDisk(
  folder: string,
  paths: readonly string[],
): Promise<FactsOfFolders> {
  const facts = new FactsOfFolders();
  for (const path of paths.slice(0, MOST_FACTS)) {
    const bytes = await new FileSource(join(folder, path)).read(0, HEAD_BYTES).catch(() => null);
    if (bytes !== null) facts.note(path, new TextDecoder().decode(bytes));
  }
  return facts;
}

/** Logs below a folder that are looked at together. */
export function pickedDiskGround(folder: string, picks: readonly PickedLog[]): LogGround {
  const at = (path: string) => diskGround(join(folder, path));
  return pickedGround({ picks, folder: groundOf(folder, () => filesOf(folder), true), at });
}

/** A folder may be known to be one before it is listed. */
function groundOf(
  path: string,
  list: () => Promise<GroundFiles>,
  isKnownFolder = false,
): LogGround {
  let isFolder = isKnownFolder;
  return {
    files: async () => {
      const files = await list();
      ({ isFolder } = files);
      return files;
    },
    source: relative => sourceOf(isFolder ? join(path, relative) : path),
    facts: paths => factsOnDisk(path, paths),
    watch: (files, changed) => watchAll(path, files, changed),
  };
}

async function filesOf(path: string): Promise<GroundFiles> {
  const found = await stat(path).catch((error: unknown) => {
    throw accessError(error);
  });
  if (!found.isDirectory()) return { isFolder: false, logs: [basename(path)], facts: [] };
  const logs: string[] = [];
  const others: string[] = [];
  const facts: string[] = [];
  for await (const { relative } of walk(path, { deepest: DEEPEST })) {
    if (looksLikeLogName(relative)) logs.push(relative);
    else if (mayBeLog(relative)) others.push(relative);
    if (FactsOfFolders.concerns(relative)) facts.push(relative);
  }
  // Who opens a folder means what is in it: what is no log is told by its content.
  const meant = logs.length > 0 ? logs : others;
  return { isFolder: true, logs: meant.sort().slice(0, MOST_LOGS), facts };
}

/** Watches folders, not files: a watch of a file dies when another takes its name. */
function watchAll(
  path: string,
  { isFolder, logs }: GroundFiles,
  changed: () => void,
): { dispose(): void } {
  const names = new Set(logs.map(log => basename(log)));
  const folders = new Set(isFolder ? logs.map(log => dirname(join(path, log))) : [dirname(path)]);
  if (isFolder) folders.add(path);
  const watchers: FSWatcher[] = [];
  for (const folder of [...folders].slice(0, MOST_WATCHED)) {
    try {
      const watcher = watch(folder, { persistent: false }, (kind, name) => {
        const concerns = name === null || names.has(name) || (isFolder && kind === 'rename');
        if (concerns) changed();
      });
      // A folder that went away: whoever follows looks by the clock too.
      watcher.on('error', () => watcher.close());
      watchers.push(watcher);
    } catch {
      // Too many watches, or a file system without them: the same.
    }
  }
  return { dispose: () => watchers.forEach(watcher => watcher.close()) };
}
