import type { ConfigSetting } from '../../config/setting';
import type { Say } from '../say';
import { shownName } from '../shownName';

/** What hovering a setting says while no run of it is known: what to log, one idea a line. */
export function noRunsYet(setting: ConfigSetting, say: Say): string[] {
  return [
    say('No run of {setting} was found yet.', { setting: shownName(setting.key) }),
    say(
      'Write the training and validation loss of each epoch to a file of this folder: a CSV, JSON Lines, or what the program prints.',
    ),
  ];
}
