import { basename, dirname, relative, sep } from 'node:path';
import { FactsOfFolders } from '../core/log/folderFacts';
import type { FoundLog } from '../core/project/find/foundLog';
import type { FoundLogs } from '../core/project/find/foundLogs';
import { RunFolder } from '../core/project/find/runFolder';
import { placeKey } from '../core/project/find/runFolders';
import { isSkippedFolder, TELLING } from '../core/project/skippedFolders';
import { diskFindGround as ground } from './diskGround';

/** A log that comes into a place of so many is read by itself, as the others would have to be read again. */
const MOST_BESIDE = 40;

/** A folder that is searched, and what a log is called in it, with `/` between parts. */
export interface LogPlace {
  readonly root: string;
  readonly log: string;
}

/** The place of a file: in the first of the folders that holds it, else in its own one. */
export function placeOfPath(roots: readonly string[], path: string): LogPlace {
  const root = roots.find(each => path.startsWith(`${each}${sep}`)) ?? dirname(path);
  return { root, log: relativeTo(root, path) };
}

/** The run folder of a log that nobody knows yet, with the logs that are known there. */
export function besides(known: FoundLogs, root: string, log: string): RunFolder {
  const key = placeKey(root, log);
  const logs = known.all.filter(
    each => each.root === root && placeKey(root, each.files[0]!.log) === key,
  );
  const facts = logs.flatMap(each => each.facts);
  const folder = new RunFolder(ground, root, [...FactsOfFolders.around(log), ...facts]);
  const files = logs.flatMap(each => each.files);
  if (files.length <= MOST_BESIDE) for (const file of files) folder.add(file, { isNew: false });
  return folder;
}

/** The run folder of a log with all files of it but one. */
export function restOf({ root, facts, files }: FoundLog, without: string): RunFolder {
  const folder = new RunFolder(ground, root, facts);
  for (const file of files) if (file.log !== without) folder.add(file, { isNew: false });
  return folder;
}

/** Whether a search of `root` comes to a folder: it lies in it, and in nothing that is skipped or left out. */
export function isEntered(
  root: string,
  folder: string,
  isLeftOut: (path: string) => boolean,
): boolean {
  if (folder === root) return true;
  if (!folder.startsWith(`${root}${sep}`)) return false;
  const parts = relativeTo(root, folder).split('/');
  return parts.every(
    (part, at) => !isSkippedFolder(part, TELLING) && !isLeftOut(parts.slice(0, at + 1).join('/')),
  );
}

/** A path as `root` calls it, with `/` between parts. */
export function relativeTo(root: string, path: string): string {
  return (relative(root, path) || basename(path)).split(sep).join('/');
}
