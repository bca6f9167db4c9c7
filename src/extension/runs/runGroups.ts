import { shownName } from '../../core/report/shownName';
import { rowName, type RunRow } from './runRows';
import { parentOf } from './runWay';

/** Runs of one folder. */
export interface RunGroup {
  /** As it is shown; '': what is pinned. */
  readonly folder: string;
  readonly rows: readonly RunRow[];
}

/**
 * Rows by their folders, in the order of the first of each: a run that has a folder of its own, as most have, stands
 * with its neighbours in the folder around it.
 */
export function groupsOf(rows: readonly RunRow[]): readonly RunGroup[] {
  const perFolder = new Map<string, number>();
  for (const { folder } of rows) perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
  const groups = new Map<string, RunRow[]>();
  for (const row of rows) {
    const own = perFolder.get(row.folder) === 1 ? parentOf(row.folder) || row.folder : row.folder;
    const key = row.isPinned ? '' : own;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([folder, group]) => ({ folder, rows: group }));
}

/** What a row is called inside a folder: the rest of the way, and its name where that says more. */
export function labelIn(row: RunRow, folder: string): string {
  const isInside = folder === '' || row.folder.startsWith(`${folder}/`);
  const way =
    row.folder === folder || !isInside
      ? ''
      : row.folder.slice(folder === '' ? 0 : folder.length + 1);
  if (way === '') return rowName(row);
  return row.isPlain ? shownName(way) : `${shownName(way)}/${rowName(row)}`;
}
