import * as vscode from 'vscode';
import type { FinderListener, FindPreferences } from '../../core/project/find/foundLog';
import type { CommandHandlers } from '../commands';
import type { Lifetime } from '../lifetime';
import type { LogView } from '../logView';
import type { Mutes } from '../mutes';
import type { Platform } from '../platform';
import type { Preferences } from '../preferences';
import type { ReaderThread } from '../reading/readerThread';
import { tell } from '../tell';
import { TERMINAL_SCHEME } from '../terminalScheme';
import type { Finder } from './finder';
import { KeptRuns } from './keptRuns';
import { RunNotices } from './runNotices';
import { RunningStatus } from './runningStatus';
import { RunsStore } from './runsStore';
import { RunsView } from './runsView';
import { ThreadFinder } from './threadFinder';
import { WrittenLogs } from './writtenLogs';
import { watchWorkspace } from './watchWorkspace';
import { isAddress, TwoFinders } from './twoFinders';
import { WorkspaceFinder } from './workspaceFinder';

/** What the view of runs needs from the others. */
export interface RunsOptions {
  readonly context: vscode.ExtensionContext;
  readonly platform: Platform;
  readonly thread: ReaderThread | null;
  readonly preferences: Preferences;
  readonly mutes: Mutes;
  readonly failed: (error: unknown) => void;
  readonly show: (uri: vscode.Uri) => unknown;
  readonly logs: { readonly onDidChangeLog: vscode.Event<LogView> };
  readonly project: {
    readonly logs: readonly vscode.Uri[];
    readonly onDidChange: vscode.Event<void>;
  };
}

/** What the others see of it. */
export interface Runs {
  readonly view: RunsView;
  readonly written: WrittenLogs;
  readonly store: RunsStore;
  /** Looks again: a preference changed. */
  refresh(): void;
}

/** Puts the view of runs, the status bar and the notices together. */
export function startRuns(options: RunsOptions, own: Lifetime): Runs {
  const { context, thread, preferences, failed, show, logs, project } = options;
  const names = namesOf(thread !== null);
  const store = own.add(
    new RunsStore({
      finder: listener => finderOf(options, listener),
      kept: new KeptRuns(context.storageUri),
      folders: () => foldersOf(preferences).map(names.pathOf),
      exclude: () => excludes(preferences),
      judging: () => JSON.stringify(judging(preferences)),
      failed,
    }),
  );
  const { uriOf } = names;
  const meet = (uris: readonly vscode.Uri[]) =>
    store.meet(uris.filter(({ scheme }) => scheme !== TERMINAL_SCHEME).map(names.pathOf));
  own.add(logs.onDidChangeLog(log => log.runs.length > 0 && meet(filesOf(log))));
  own.add(project.onDidChange(() => meet(project.logs)));
  own.add(
    watchWorkspace(
      uris => store.look(uris.map(names.pathOf)),
      uris => store.enter(uris.map(names.pathOf)),
    ),
  );
  own.add(new RunningStatus(store, uriOf));
  const kept = context.workspaceState;
  const notices = own.add(
    new RunNotices({ store, preferences, kept, mutes: options.mutes, uriOf }),
  );
  const written = own.add(new WrittenLogs(store, uriOf));
  const view = own.add(new RunsView({ store, kept, uriOf, show }));
  const refresh = () => {
    store.refresh();
    notices.refresh();
    if (wantsNotices(preferences)) void store.start();
  };
  refresh();
  return { view, written, store, refresh };
}

/** What the commands of the view do. */
export function runHandlers(view: RunsView) {
  return {
    findRuns: () => tell(view.find()),
    stopFindingRuns: () => view.stop(),
    sortRuns: () => tell(view.sort()),
    filterRuns: () => tell(view.filter()),
    toggleHiddenRuns: () => view.showHidden(),
    openRunLog: row => tell(view.openLog(row)),
    pinRun: (row, rows) => view.pin(row, rows),
    unpinRun: (row, rows) => view.pin(row, rows),
    hideRun: (row, rows) => view.hide(row, rows),
    unhideRun: (row, rows) => view.hide(row, rows),
    compareRuns: (row, rows) => tell(view.compare(row, rows)),
  } satisfies Partial<CommandHandlers>;
}

function finderOf(
  { thread, platform, preferences }: RunsOptions,
  listener: FinderListener,
): Finder {
  const chosen = () => judging(preferences);
  const source = (uri: vscode.Uri) => platform.source(uri);
  const inWorkspace = (told: FinderListener) =>
    new WorkspaceFinder(told, { source, preferences: chosen });
  if (thread === null) return inWorkspace(listener);
  const onDisk = (told: FinderListener) => new ThreadFinder(thread, chosen, told);
  return new TwoFinders(onDisk, inWorkspace, listener);
}

/** How all logs of the workspace are read and judged. */
function judging(preferences: Preferences): FindPreferences {
  const uri = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/');
  return preferences.reading(uri);
}

/** How finders name files: by their paths on the disk, where a thread reads it, others by their addresses. */
function namesOf(onDisk: boolean) {
  return {
    pathOf: (uri: vscode.Uri) => (onDisk && uri.scheme === 'file' ? uri.fsPath : uri.toString()),
    uriOf: (path: string) => (isAddress(path) ? vscode.Uri.parse(path) : vscode.Uri.file(path)),
  };
}

function filesOf(log: LogView): readonly vscode.Uri[] {
  return log.runs.flatMap(({ run }) => run.logs.map(path => log.fileOf(path)));
}

/** Whoever wants to be notified asked for the workspace to be looked at. */
function wantsNotices(preferences: Preferences): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.some(({ uri }) => preferences.notifications(uri) !== 'never');
}

/** The folders of the workspace, and those that the user added. */
function foldersOf(preferences: Preferences): readonly vscode.Uri[] {
  const open = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const [first] = open;
  if (first === undefined) return [];
  const added = preferences
    .list('logs.folders', first)
    .map(folder =>
      folder.startsWith('/') || /^[A-Za-z]:[\\/]/.test(folder)
        ? vscode.Uri.file(folder)
        : vscode.Uri.joinPath(first, folder),
    );
  return [...open, ...added];
}

/** What VS Code leaves out of explorer and search, and what our own preference names. What git ignores is looked at: runs are there. */
function excludes(preferences: Preferences): readonly string[] {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return [];
  const own = preferences.list('logs.exclude', folder.uri);
  const editors = ['files', 'search'].flatMap(section => {
    const all = vscode.workspace
      .getConfiguration(section, folder.uri)
      .get<Readonly<Record<string, unknown>>>('exclude', {});
    return Object.keys(all).filter(glob => all[glob] === true);
  });
  return [...own, ...editors];
}
