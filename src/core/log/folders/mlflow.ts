import { foldersOf, type LogFolder, MLFLOW_RUN } from '../folder';

/** What a run's folder holds. */
const PARTS = /^(?:metrics|params|tags)$/;

/**
 * A run in MLflow's file store, `<experiment>/<run>/` with a file per metric in `metrics/`, per parameter in `params/`,
 * and `meta.yaml`. What its `artifacts/` hold is placed by its own kind.
 */
export const mlflow: LogFolder = {
  id: 'mlflow',
  place(path) {
    const folders = foldersOf(path);
    const at = folders.findIndex(name => MLFLOW_RUN.test(name));
    const run = folders.slice(0, at + 1).join('/');
    const parts = path.split('/').slice(at + 1);
    if (at >= 0 && parts.length === 1 && parts[0] === 'meta.yaml') return { run, split: null };
    if (parts.length < 2 || !PARTS.test(parts[0]!)) return null;
    // Opened as a folder itself, a run has no name above it; then only names without an extension are sure.
    if (at < 0 && (parts[0] !== 'metrics' || parts.at(-1)!.includes('.'))) return null;
    const series = parts[0] === 'metrics' ? { series: parts.slice(1).join('/') } : {};
    return { run, split: null, ...series };
  },
};
