import * as vscode from 'vscode';
import { looksLikeLogName } from '../core/log/formats/index';
import { addressOf, type ChosenLog } from './logAddress';
import { logsOf } from './linkedLogs';
import { chooseLog } from './chooseLog';
import { relativePath } from './projectFiles';
import type { ProjectView } from './projectView';
import { whenKnown } from './whenKnown';

/** What the commands that open curves need. */
export interface CurveCommandOptions {
  /** Opens the panel of a log. */
  readonly show: (log: vscode.Uri) => unknown;
  readonly recognised: { readonly all: readonly vscode.Uri[] };
  readonly project: ProjectView;
}

/** Commands that open the curves of a log, asking which where it is not said. */
export class CurveCommands {
  readonly #options: CurveCommandOptions;

  constructor(options: CurveCommandOptions) {
    this.#options = options;
  }

  /** `(uri?)`: from a menu the file it was asked on, from the palette the active file; without one it asks. */
  async showCurves(given: unknown): Promise<void> {
    const uri = uriOf(given) ?? activeFile();
    if (uri === undefined) return this.#ask(this.#options.recognised.all);
    const linked = uriOf(given) ? [] : await this.#linkedTo(uri);
    if (linked.length > 0) await this.showRuns(linked);
    else await this.#options.show(uri);
  }

  /** `(uri, uris?)`: what is selected in the explorer; `(logs)`: addresses, or logs with some of their runs. */
  async compareLogs(given: unknown, all?: unknown): Promise<string | null> {
    const address = addressOf(chosenLogs(Array.isArray(all) && all.length > 0 ? all : given));
    if (address === null) return vscode.l10n.t('Select the logs to compare in the explorer.');
    await this.#options.show(address);
    return null;
  }

  /** `(uri[])`: the logs behind a setting. */
  async showRuns(given: unknown): Promise<void> {
    const uris = urisOf(given);
    const [first] = uris;
    if (uris.length > 1) await this.#ask(uris, commonFolder(uris));
    else if (first) await this.#options.show(first);
  }

  /** The logs of the active config file, when it is one and no log itself. */
  async #linkedTo(uri: vscode.Uri): Promise<readonly string[]> {
    const document = vscode.workspace.textDocuments.find(
      each => each.uri.toString() === uri.toString(),
    );
    if (document === undefined || looksLikeLogName(uri.path)) return [];
    const { project } = this.#options;
    const links = (await whenKnown(project.onDidChange, () => project.linksOf(document))) ?? [];
    return [...new Set(links.flatMap(logsOf))];
  }

  async #ask(uris: readonly vscode.Uri[], folder?: vscode.Uri): Promise<void> {
    const title = vscode.l10n.t('Show Training Curves');
    const openLabel = vscode.l10n.t('Show Curves');
    const uri = await chooseLog(uris, { title, openLabel, folder });
    if (uri) await this.#options.show(uri);
  }
}

/** `(uri, line)`, 1-based: opens a log at the line. */
export async function openLogLine(given: unknown, line: unknown): Promise<null> {
  const uri = uriOf(given);
  if (!uri) return null;
  const row = typeof line === 'number' && line >= 1 ? Math.floor(line) - 1 : 0;
  const selection = new vscode.Range(row, 0, row, 0);
  // Not showTextDocument: it keeps the document for minutes after its editor was closed.
  await vscode.commands.executeCommand('vscode.open', uri, { selection });
  return null;
}

/** An address from a menu (a `Uri`) or from a link (its text). */
export function uriOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  return typeof given === 'string' && given !== '' ? vscode.Uri.parse(given) : undefined;
}

/** Addresses, or addresses with some of the runs: what they are of. */
function chosenLogs(given: unknown): readonly ChosenLog[] {
  return (Array.isArray(given) ? given : [given]).flatMap((each: unknown) => {
    const { uri, runs } = (typeof each === 'object' && each !== null ? each : {}) as Partial<
      Record<keyof ChosenLog, unknown>
    >;
    const address = uriOf(each) ?? uriOf(uri);
    const some = Array.isArray(runs) ? runs.filter(run => Number.isInteger(run)) : null;
    return address ? [{ uri: address, runs: some as number[] | null }] : [];
  });
}

/** Several addresses, or one. */
export function urisOf(given: unknown): readonly vscode.Uri[] {
  return (Array.isArray(given) ? given : [given]).flatMap(each => uriOf(each) ?? []);
}

/** The file of the active tab, whether VS Code shows it as text or not. */
export function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return input.uri;
  }
  return undefined;
}

/** The nearest folder that all logs stand in; `undefined` where that is a whole workspace folder or more. */
function commonFolder(uris: readonly vscode.Uri[]): vscode.Uri | undefined {
  const [first, ...others] = uris;
  let folder = first && vscode.Uri.joinPath(first, '..');
  while (folder && !others.every(each => relativePath(folder!, each) !== null)) {
    const outer = vscode.Uri.joinPath(folder, '..');
    folder = outer.path === folder.path ? undefined : outer;
  }
  const root = folder && vscode.workspace.getWorkspaceFolder(folder)?.uri;
  return root && root.path !== folder?.path ? folder : undefined;
}
