import { SPLIT_WORDS } from '../vocabulary';
import { foldersOf, type LogFolder } from '../folder';

const SPLIT_FOLDER = /^(?:train|training|val|valid|validation|eval|dev|test|learn)$/i;

/** Folders that part a run's logs by what they were computed on: `train/`, `validation/`. */
export const splits: LogFolder = {
  id: 'splits',
  place(path) {
    const folders = foldersOf(path);
    const last = folders.at(-1) ?? '';
    if (!SPLIT_FOLDER.test(last)) return null;
    return {
      run: folders.slice(0, -1).join('/'),
      split: SPLIT_WORDS.get(last.toLowerCase()) ?? null,
    };
  },
};
