import type * as vscode from 'vscode';
import { applySuggestion } from './applySuggestion';
import type { CommandHandlers } from './commands';
import type { ConfigSettings } from './configSettings';
import { openLogLine, type CurveCommands } from './curveCommands';
import type { Explanations } from './explainCommand';
import { explainRule } from './explainRule';
import type { PatternBox } from './patternBox';
import type { RunTies } from './runTies';
import type { SettingRuns } from './settingRuns';
import type { Reports } from './reportCommand';
import type { RunsView } from './runs/runsView';
import { runHandlers } from './runs/start';
import { reportTarget, workspaceTarget } from './reportTargets';
import { tell } from './tell';
import type { TerminalRuns } from './terminal/terminalRuns';

/** What stands behind the commands. */
export interface Behind {
  readonly curves: CurveCommands;
  readonly settingRuns: SettingRuns;
  readonly runTies: RunTies;
  readonly reports: Reports;
  readonly runs: RunsView;
  readonly terminals: TerminalRuns;
  readonly explanations: Explanations;
  readonly patternBox: PatternBox;
  readonly settings: ConfigSettings;
  /** Where the extension is installed. */
  readonly home: vscode.Uri;
}

/** What each command does. */
export function handlersOf(behind: Behind): CommandHandlers {
  const { curves, settingRuns, runTies, reports, explanations, patternBox, settings, home } =
    behind;
  const { terminals } = behind;
  return {
    showCurves: uri => curves.showCurves(uri),
    compareLogs: (uri, uris) => tell(curves.compareLogs(uri, uris)),
    showRuns: uris => curves.showRuns(uris),
    showSettingRuns: () => tell(settingRuns.showRuns()),
    goToSetting: uri => tell(settingRuns.goToSetting(uri)),
    tieRun: uri => tell(runTies.tie(uri)),
    untieRun: uri => tell(runTies.untie(uri)),
    applySuggestion: edit => tell(applySuggestion(settings, edit)),
    openLogLine: (uri, line) => tell(openLogLine(uri, line)),
    explainRule: rule => tell(explainRule(home, rule)),
    explainLog: uri => tell(explanations.open(uri)),
    tryPattern: uri => tell(patternBox.open(uri)),
    report: given => tell(reports.open(reportTarget(given))),
    reportWorkspace: () => tell(reports.open(workspaceTarget())),
    saveReport: () => tell(reports.save()),
    followTerminal: () => tell(terminals.follow()),
    ...runHandlers(behind.runs),
  };
}
