import type { ConfigSetting } from '../config/setting';
import type { Run } from '../run/run';
import type { ConfigFile } from './project';

/** What the user said about one run and the settings of the project. */
export interface HandTie {
  /** The run was made by this setting. */
  ties(file: ConfigFile, setting: ConfigSetting): boolean;
  /** The run was not made by this setting, whatever the evidence. */
  unties(file: ConfigFile, setting: ConfigSetting): boolean;
}

/** What the user said about runs and settings; it counts before all evidence. */
export interface HandTies {
  /**
   * `null`: the user said nothing about this run. `isThere` tells whether a run of a name still is: what was said about one
   * that is gone is said about the one that goes on with its values.
   */
  of(run: Run, isThere: (name: string) => boolean): HandTie | null;
}
