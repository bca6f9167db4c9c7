import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { configDocuments } from './configDocuments';
import { ConfigSettings } from './configSettings';
import { CurveCommands } from './curveCommands';
import { Explanations } from './explainCommand';
import { handlersOf } from './handlers';
import { Lifetime } from './lifetime';
import { HandTieStore } from './handTieStore';
import { LogProblems } from './logProblems';
import { LogStore } from './logStore';
import { CurvePanels } from './panel/curvePanels';
import { KeptLooks } from './panel/keptLooks';
import { Mutes } from './mutes';
import { PatternBox } from './patternBox';
import { PatternNotices } from './patternNotices';
import type { Platform } from './platform';
import { Preferences, SECTION } from './preferences';
import { projectReaders } from './projectReader';
import { ProjectService } from './projectService';
import { QuickFixes } from './quickFixes';
import { RecognisedLogs } from './recognisedLogs';
import { configReader, curveFinder, readerThread } from './reading/start';
import { Reports } from './reportCommand';
import { startRuns } from './runs/start';
import { RunTies } from './runTies';
import { SettingRuns } from './settingRuns';
import { SettingCompletion } from './settingCompletion';
import { SettingProblems } from './settingProblems';
import { SuggestionHover } from './suggestionHover';
import { SuggestionLens } from './suggestionLens';
import { TerminalFiles } from './terminal/terminalFiles';
import { TerminalRuns } from './terminal/terminalRuns';

const FIXES = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

/** Puts the extension together. Everything it owns ends with `context`. */
export function start(context: vscode.ExtensionContext, given: Platform): void {
  const own = new Lifetime();
  context.subscriptions.push(own);
  const output = own.add(vscode.window.createOutputChannel('Epoch Lens', { log: true }));
  const failed = (error: unknown) => output.error(error instanceof Error ? error : String(error));
  const preferences = new Preferences((...asked) => vscode.workspace.getConfiguration(...asked));

  const printed = own.add(new TerminalFiles());
  const platform = printed.beside(given);
  const shared = { context, platform, preferences, failed };
  const { settings, store, thread, handTies, projects, project, recognised } = readers(shared, own);
  const lens = own.add(new SuggestionLens(settings, project, preferences));
  const hover = new SuggestionHover(settings, project, preferences);
  const settingProblems = own.add(new SettingProblems({ settings, project, preferences, failed }));
  const mutes = own.add(new Mutes(context.workspaceState, preferences));
  const { extensionUri } = context;
  const looks = new KeptLooks(context.workspaceState);
  const panels = own.add(new CurvePanels({ extensionUri, logs: store, platform, mutes, looks }));
  const show = (log: vscode.Uri) => panels.show(log);
  const curves = new CurveCommands({ show, recognised, project });
  const settingRuns = new SettingRuns({ settings, project, show });
  const runTies = new RunTies({ settings, project, store: handTies });
  const { version } = context.extension.packageJSON as { readonly version: string };
  const reports = own.add(new Reports({ runs: projects, preferences, version }));
  const explanations = own.add(new Explanations({ platform, preferences, recognised }));
  const patternBox = new PatternBox({ platform, preferences, recognised });
  const runs = startRuns({ ...shared, thread, show, logs: store, project, mutes }, own);
  const { written } = runs;
  const told = { logs: store, open: recognised, written, mutes, preferences };
  own.add(new LogProblems(told));
  const followed = { files: printed, logs: store, runs: runs.store, preferences, failed };
  const terminals = own.add(new TerminalRuns(followed));
  const asked = { terminals, runs: runs.view, curves, settingRuns, runTies, reports };
  const behind = { ...asked, explanations, patternBox, settings };
  const handlers = handlersOf({ ...behind, home: extensionUri });
  const notices = new PatternNotices(preferences, message => output.warn(message));

  const completion = new SettingCompletion(settings, project);
  own.add(inEditors({ lens, hover, completion, fixes: new QuickFixes(settings, project) }));
  own.add(onPreferences([store, project, recognised, lens, settingProblems, mutes, notices, runs]));
  own.add(registerCommands((...command) => vscode.commands.registerCommand(...command), handlers));
}

/** What everything is built on. */
interface Shared {
  readonly context: vscode.ExtensionContext;
  readonly platform: Platform;
  readonly preferences: Preferences;
  readonly failed: (error: unknown) => void;
}

/** Who reads logs and configs, and knows what belongs together. */
function readers({ context, platform, preferences, failed }: Shared, own: Lifetime) {
  const patterns = (uri: vscode.Uri) => preferences.patterns(uri).patterns;
  const thread = readerThread(platform, failed, own);
  const reader = configReader(thread);
  const settings = own.add(new ConfigSettings(reader, failed));
  const analysis = (uri: vscode.Uri) => preferences.analysis(uri);
  const store = own.add(new LogStore(platform, analysis, patterns, thread));
  const handTies = own.add(new HandTieStore(context.workspaceState));
  const runs = projectReaders(platform, thread);
  const project = own.add(
    new ProjectService({ settings, reader, runs, preferences, handTies, failed }),
  );
  const { onDidChangeLog } = store;
  const finders = { holdsCurves: curveFinder(thread), patterns, onDidChangeLog, project };
  const recognised = own.add(new RecognisedLogs(finders, failed));
  return { settings, store, thread, handTies, projects: runs, project, recognised };
}

/** What shows in the editors of configs, and fixes what Problems says of any file. */
interface Providers {
  readonly lens: vscode.CodeLensProvider;
  readonly hover: vscode.HoverProvider;
  readonly completion: vscode.CompletionItemProvider;
  readonly fixes: vscode.CodeActionProvider;
}

function inEditors({ lens, hover, completion, fixes }: Providers): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(configDocuments, lens),
    vscode.languages.registerHoverProvider(configDocuments, hover),
    vscode.languages.registerCompletionItemProvider(configDocuments, completion),
    vscode.languages.registerCodeActionsProvider('*', fixes, FIXES),
  );
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
