import * as vscode from 'vscode';
import { languages } from '../core/config/languages/index';
import { registerCommands } from './commands';
import { ConfigSettings } from './configSettings';
import { CurveCommands } from './curveCommands';
import { handlersOf } from './handlers';
import { Lifetime } from './lifetime';
import { LogProblems } from './logProblems';
import { LogStore } from './logStore';
import { CurvePanels } from './panel/curvePanels';
import type { Platform } from './platform';
import { Preferences, SECTION } from './preferences';
import { ProjectService } from './projectService';
import { QuickFixes } from './quickFixes';
import { RecognisedLogs } from './recognisedLogs';
import { Reports } from './reportCommand';
import { SettingProblems } from './settingProblems';
import { SuggestionHover } from './suggestionHover';
import { SuggestionLens } from './suggestionLens';

/** The documents settings are found in. */
const CONFIGS = languages.flatMap(each => each.editorLanguages).map(language => ({ language }));

const FIXES = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

/** Puts the extension together. Everything it owns ends with `context`. */
export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const own = new Lifetime();
  context.subscriptions.push(own);
  const output = own.add(vscode.window.createOutputChannel('Epoch Lens', { log: true }));
  const failed = (error: unknown) => output.error(error instanceof Error ? error : String(error));
  const preferences = new Preferences((...asked) => vscode.workspace.getConfiguration(...asked));

  const settings = new ConfigSettings();
  const store = own.add(new LogStore(platform, uri => preferences.analysis(uri)));
  const project = own.add(new ProjectService({ settings, platform, preferences, failed }));
  const finders = { onDidChangeLog: store.onDidChangeLog, project };
  const recognised = own.add(new RecognisedLogs(finders, failed));
  const lens = own.add(new SuggestionLens(settings, project, preferences));
  const hover = new SuggestionHover(settings, project, preferences);
  const settingProblems = own.add(new SettingProblems(project, preferences, failed));
  const logProblems = own.add(new LogProblems(store, recognised, preferences));
  const panels = own.add(new CurvePanels(context, store));
  const curves = new CurveCommands({ show: log => panels.show(log), recognised, project });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const reports = own.add(new Reports({ platform, preferences, version }));
  const handlers = handlersOf({ curves, reports, settings, home: context.extensionUri });

  own.add(vscode.languages.registerCodeLensProvider(CONFIGS, lens));
  own.add(vscode.languages.registerHoverProvider(CONFIGS, hover));
  own.add(vscode.languages.registerCodeActionsProvider('*', new QuickFixes(project), FIXES));
  own.add(onPreferences([store, project, lens, settingProblems, logProblems]));
  own.add(registerCommands((...command) => vscode.commands.registerCommand(...command), handlers));
}

/** Whoever shows something looks again when a preference changed. */
function onPreferences(shown: readonly { refresh(): void }[]): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (!change.affectsConfiguration(SECTION) && !change.affectsConfiguration('editor.codeLens')) {
      return;
    }
    for (const each of shown) each.refresh();
  });
}
