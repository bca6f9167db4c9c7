import { Lifetime, type Ending } from './lifetime';

/** The commands of the extension by what they do; package.json declares the same ones. */
export const commandIds = {
  /** Opens the curves of a log: `(uri?)`. */
  showCurves: 'epochLens.showCurves',
  /** Opens the curves of what a setting is linked to: `(uri[])`, asking which when there are several. */
  showRuns: 'epochLens.showRuns',
  /** Opens the curves of several logs in one chart: `(uri, uris?)` of an explorer, or `(ChosenLog[])`. */
  compareLogs: 'epochLens.compareLogs',
  /** Lists the runs of the setting at the cursor. */
  showSettingRuns: 'epochLens.showSettingRuns',
  /** Opens the config of a log at the setting that made its run: `(uri?)`. */
  goToSetting: 'epochLens.goToSetting',
  /** Ties runs to a setting by hand: `(uri?)` of a log, else for the active config. */
  tieRun: 'epochLens.tieRun',
  /** Unties runs from a setting: `(uri?)` of a log, else for the active config. */
  untieRun: 'epochLens.untieRun',
  /** Writes the suggested number into a config file: `(SettingEdit)`. */
  applySuggestion: 'epochLens.applySuggestion',
  /** Opens a log at a line: `(uri, line)`, 1-based. */
  openLogLine: 'epochLens.openLogLine',
  /** Opens the page about a rule, or about what a range says: `(rule | 'range')`. */
  explainRule: 'epochLens.explainRule',
  /** Opens a page that says how a log is read: `(uri?)`. */
  explainLog: 'epochLens.explainLog',
  /** Asks for a pattern and shows what it would read from a log: `(uri?)`. */
  tryPattern: 'epochLens.tryPattern',
  /** Opens the convergence report of a log, a folder or the workspace: `(uri?)`. */
  report: 'epochLens.report',
  /** Opens the convergence report of the whole workspace. */
  reportWorkspace: 'epochLens.reportWorkspace',
  /** Saves the report that is open as Markdown or HTML. */
  saveReport: 'epochLens.saveReport',
  /** Reads what the terminal in front prints from now on for trainings. */
  followTerminal: 'epochLens.followTerminal',
  /** Searches the workspace for runs again. */
  findRuns: 'epochLens.findRuns',
  /** Ends the search. */
  stopFindingRuns: 'epochLens.stopFindingRuns',
  /** Asks how the view of runs is sorted. */
  sortRuns: 'epochLens.sortRuns',
  /** Asks which runs the view shows. */
  filterRuns: 'epochLens.filterRuns',
  /** Shows what was hidden in the view of runs, or does not any more. */
  toggleHiddenRuns: 'epochLens.toggleHiddenRuns',
  /** Opens the log of a run where it begins: `(row)`. */
  openRunLog: 'epochLens.openRunLog',
  /** Puts runs first in their view, or no longer: `(row, rows?)`. */
  pinRun: 'epochLens.pinRun',
  unpinRun: 'epochLens.unpinRun',
  /** Leaves runs out of their view, or no longer: `(row, rows?)`. */
  hideRun: 'epochLens.hideRun',
  unhideRun: 'epochLens.unhideRun',
  /** Shows several runs in one chart: `(row, rows?)`. */
  compareRuns: 'epochLens.compareRuns',
} as const;

export type CommandName = keyof typeof commandIds;

/** What each command does. Arguments come from menus, lenses and links: check them, they may be anything. */
export type CommandHandlers = Readonly<
  Record<CommandName, (...given: readonly unknown[]) => unknown>
>;

/** Registers all commands; the ending takes them back. */
export function registerCommands(
  register: (id: string, handler: (...given: readonly unknown[]) => unknown) => Ending,
  handlers: CommandHandlers,
): Ending {
  const own = new Lifetime();
  for (const [name, id] of Object.entries(commandIds)) {
    own.add(register(id, handlers[name as CommandName]));
  }
  return own;
}
