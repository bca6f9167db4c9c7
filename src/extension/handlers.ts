import type * as vscode from 'vscode';
import { applySuggestion } from './applySuggestion';
import type { CommandHandlers } from './commands';
import type { ConfigSettings } from './configSettings';
import { openLogLine, type CurveCommands } from './curveCommands';
import { explainRule } from './explainRule';
import type { Reports } from './reportCommand';
import { reportTarget, workspaceTarget } from './reportTargets';
import { tell } from './tell';

/** What stands behind the commands. */
export interface Behind {
  readonly curves: CurveCommands;
  readonly reports: Reports;
  readonly settings: ConfigSettings;
  /** Where the extension is installed. */
  readonly home: vscode.Uri;
}

/** What each command does. */
export function handlersOf({ curves, reports, settings, home }: Behind): CommandHandlers {
  return {
    showCurves: uri => curves.showCurves(uri),
    showRuns: uris => curves.showRuns(uris),
    applySuggestion: edit => tell(applySuggestion(settings, edit)),
    openLogLine: (uri, line) => tell(openLogLine(uri, line)),
    explainRule: rule => tell(explainRule(home, rule)),
    report: given => tell(reports.open(reportTarget(given))),
    reportWorkspace: () => tell(reports.open(workspaceTarget())),
    saveReport: () => tell(reports.save()),
  };
}
