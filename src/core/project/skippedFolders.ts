/** Folders that never hold one's own training and may hold a million files. */
const SKIPPED: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'site-packages',
  'dist-packages',
  '__pycache__',
  '__MACOSX',
  'venv',
  'env',
  'virtualenv',
  'conda-meta',
]);

/** Hidden folders whose files tell of trainings, though they hold no logs. */
export const TELLING: ReadonlySet<string> = new Set(['.hydra', '.vscode']);

/** Whether nothing in a folder of this name is looked at: packages, and hidden folders but those in `hidden`. */
export function isSkippedFolder(name: string, hidden: ReadonlySet<string>): boolean {
  return SKIPPED.has(name) || (name.startsWith('.') && !hidden.has(name));
}
