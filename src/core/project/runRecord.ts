import type { LogPlaces } from './logPlaces';
import { folderOf, nameOf } from './paths';

/** Files that only tools write: what a run was started with. */
const RECORD =
  /(?:^|\/)(?:\.hydra\/\w+\.ya?ml|dvclive\/params\.ya?ml|wandb\/.*config\.ya?ml|wandb-metadata\.json|vis_data\/config\.py|dvc\.lock)$/i;
/** Files that tools write into a run's folder; people write such files elsewhere. */
const BESIDE_LOGS =
  /^(?:args|opt|hparams|hyperparameters|training_args|run_args|flags|overrides|trainer_state|params|config|cfg|settings|config_resolved|resolved_config|experiment_config|run|info|meta)\.(?:ya?ml|json|py|toml)$/i;
const SURELY = /^(?:args|opt|hparams|training_args|trainer_state|overrides)\.(?:ya?ml|json)$/i;
/** Folders that trainings write into. */
const OUTPUT =
  /(?:^|\/)(?:(?:[a-z0-9]+[_-])*(?:runs?|outputs?|work_dirs?|logs?|results?|saved|saves|checkpoints?|ckpts?)|out-[\w-]+|exps?\d*|multirun|mlruns|wandb|version_\d+|trained_\w+|\d{4}-\d\d-\d\d[\w-]*|\d{8}[_-]\d{4,6})(?:\/|$)/i;
/** The number that a tool gave a run. */
const NUMBERED = /(?:^|\/)\d{1,5}$/;

/** The folder whose runs a record is about. */
export function recordHome(path: string): string {
  const folder = folderOf(path);
  return /(?:^|\/)(?:\.hydra|files|vis_data)$/.test(folder) ? folderOf(folder) : folder;
}

/** Whether a file is a run record: written by a run into its folder, evidence but no place to edit. */
export function isRunRecord(path: string, logs: LogPlaces): boolean {
  if (RECORD.test(path)) return true;
  const folder = folderOf(path);
  const name = nameOf(path);
  if (SURELY.test(name)) return logs.hasIn(folder) || (folder !== '' && logs.hasBelow(folder));
  if (NUMBERED.test(folder) && logs.hasIn(folder)) return BESIDE_LOGS.test(name);
  if (!OUTPUT.test(folder) || !isOfRun(folder, logs)) return false;
  // MMDetection and others copy the config under its own name.
  return stemIsFolder(path) || BESIDE_LOGS.test(name);
}

const isOfRun = (folder: string, logs: LogPlaces) => logs.hasBelow(folder) || logs.hasTwin(folder);

function stemIsFolder(path: string): boolean {
  const name = nameOf(path).replace(/\.\w+$/, '');
  return nameOf(folderOf(path)) === name;
}
