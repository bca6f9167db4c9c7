import { SPLIT_WORDS } from '../vocabulary';
import { foldersOf, type LogFolder } from '../folder';

/** DVCLive: one table per metric below `plots/metrics/` (older: `scalars/`), its folders are part of the metric's name. */
export const dvclive: LogFolder = {
  id: 'dvclive',
  place(path) {
    const folders = foldersOf(path);
    const plots = folders.findIndex(
      (name, at) => name === 'plots' && /^(?:metrics|scalars)$/.test(folders[at + 1] ?? ''),
    );
    if (plots < 0) return null;
    const split = folders
      .slice(plots + 2)
      .map(name => SPLIT_WORDS.get(name))
      .find(found => found !== undefined);
    const series = path
      .split('/')
      .slice(plots + 2)
      .join('/')
      .replace(/\.[^./]*$/, '');
    return { run: folders.slice(0, plots).join('/'), split: split ?? null, series };
  },
};
