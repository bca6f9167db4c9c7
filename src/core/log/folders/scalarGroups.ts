import { foldersOf, type LogFolder } from '../folder';
import { isEventFileName } from '../logName';
import { SPLIT_WORDS } from '../vocabulary';

/** PyTorch's `add_scalars('Loss', {train, val})`: an event file for each line, in the folders `Loss_train/`, `Loss_val/`. */
export const scalarGroups: LogFolder = {
  id: 'scalar-groups',
  place(path) {
    if (!isEventFileName(path)) return null;
    const folders = foldersOf(path);
    const line = /[^_]_([a-z]+)$/i.exec(folders.at(-1) ?? '')?.[1]?.toLowerCase() ?? '';
    const split = SPLIT_WORDS.get(line);
    return split === undefined ? null : { run: folders.slice(0, -1).join('/'), split };
  },
};
