import { foldersOf, type LogFolder } from '../folder';

/** `run-20241012_153325-jnyhr7aj`: when it was launched, and its identity; `latest-run` points to one. */
const RUN = /^(?:(?:offline-)?run-\d{8}_\d{6}-([\w-]+)|latest-run)$/;

/**
 * W&B: a folder for each launch of a run, with its records, and its console and settings below `files/`. A launch with
 * the identity of another one goes on with its run.
 */
export const wandb: LogFolder = {
  id: 'wandb',
  place(path) {
    const folders = foldersOf(path);
    const at = folders.findIndex(folder => RUN.test(folder));
    if (at < 0) return null;
    const identity = RUN.exec(folders[at]!)?.[1];
    const own = identity === undefined ? folders[at]! : `run-${identity}`;
    return { run: [...folders.slice(0, at), own].join('/'), split: null };
  },
};
