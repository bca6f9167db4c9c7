import { checkpoints } from './checkpoints';
import { dvclive } from './dvclive';
import { foldersOf, type LogFolder, type LogPlace } from '../folder';
import { mlflow } from './mlflow';
import { scalarGroups } from './scalarGroups';
import { splits } from './splits';
import { wandb } from './wandb';

/** The kinds of run folders, in the order they are asked; the first answer counts. */
export const folders: readonly LogFolder[] = [
  mlflow,
  wandb,
  dvclive,
  checkpoints,
  splits,
  scalarGroups,
];

/** What a log's path says of its run; in a folder of no known kind, the folder is the run's. */
export function placeOf(path: string): LogPlace {
  for (const folder of folders) {
    const place = folder.place(path);
    if (place !== null) return place;
  }
  return { run: foldersOf(path).join('/'), split: null };
}
