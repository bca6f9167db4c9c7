import { foldersOf, type LogFolder } from '../folder';

/** Saved states of one run, each with the whole log up to it: `checkpoint-500/`, `epoch_3/`, `ckpt-1000/`. */
export const checkpoints: LogFolder = {
  id: 'checkpoints',
  place(path) {
    const folders = foldersOf(path);
    const at = folders.findIndex(folder =>
      /^(?:checkpoint|ckpt|global_step|epoch)[-_]?\d+$/i.test(folder),
    );
    return at < 0 ? null : { run: folders.slice(0, at).join('/'), split: null };
  },
};
