import { foldersOf, type LogFolder } from '../folder';

/** `run-20241012_153325-jnyhr7aj`; `latest-run` points to one. */
const RUN = /^(?:(?:offline-)?run-\d{8}_\d{6}-[\w-]+|latest-run)$/;

/** W&B: a folder for each run, with its records, and its console and settings below `files/`. */
export const wandb: LogFolder = {
  id: 'wandb',
  place(path) {
    const folders = foldersOf(path);
    const at = folders.findIndex(folder => RUN.test(folder));
    return at < 0 ? null : { run: folders.slice(0, at + 1).join('/'), split: null };
  },
};
