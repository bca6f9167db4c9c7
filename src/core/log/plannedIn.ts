import type { RunUnit } from './format';

/** How long a training was meant to be. */
export interface Planned {
  readonly count: number;
  readonly unit: RunUnit;
}

/** Files beside a log in which a program writes down its settings. */
const SETTINGS =
  /^(?:(?:hyper_?|h)?param(?:eter)?s|hyp|args?|arguments|opts?|options|configs?|settings|training_args|train_config|training_options|catboost_training|done)\.(?:json|ya?ml)$/i;
const NAMES: ReadonlyMap<string, RunUnit> = new Map<string, RunUnit>([
  ...'num_train_epochs max_epochs num_epochs n_epochs nb_epochs total_epochs epochs max_epoch num_epoch'
    .split(' ')
    .map(name => [name, 'epoch'] as const),
  ['iteration_count', 'round'],
  ['num_boost_round', 'round'],
]);
/** `"epochs": 100,` or `epochs: 100`, one a line or several. */
const ENTRY = /(?:^|[\s{,])["']?([a-z_]{5,20})["']?[ \t]*:[ \t]*["']?(\d{1,7})(?=["',}\s]|$)/gim;
/** Settings are short; what is longer is a record of something else. */
const LONGEST = 65_536;

/** Whether a file is one that programs write the settings of a run to. */
export function isSettingsOfRun(path: string): boolean {
  return SETTINGS.test(path.slice(path.lastIndexOf('/') + 1));
}

/** The planned length that a JSON or YAML text of settings names; `null` where it names none, or several. */
export function plannedIn(text: string): Planned | null {
  const found = new Map<string, Planned>();
  for (const [, name = '', count = ''] of text.slice(0, LONGEST).matchAll(ENTRY)) {
    const unit = NAMES.get(name.toLowerCase());
    if (unit === undefined || !(Number(count) > 0)) continue;
    found.set(`${count} ${unit}`, { count: Number(count), unit });
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}
