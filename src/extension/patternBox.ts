import * as vscode from 'vscode';
import { parsePattern } from '../core/log/patterns/parsePattern';
import { patternOf } from '../core/log/patterns/patternOf';
import { tryPattern } from '../core/log/patterns/tryPattern';
import { patternWords, triedWords } from '../core/report/sentences/patterns';
import { chooseLog } from './chooseLog';
import { Coalesce } from '../core/run/coalesce';
import { activeFile, uriOf } from './curveCommands';
import { failureSentence } from './failures';
import { Lifetime } from './lifetime';
import { baseName } from './logParts';
import { plainLabel } from './markdown';
import type { Platform } from './platform';
import { type Preferences, SECTION } from './preferences';
import { say } from './say';

/** Bytes of the log that a pattern is tried on. */
const LARGEST = 4_000_000;
/** Milliseconds after a key before a pattern is tried. */
const DELAY = 150;

/** What trying patterns needs from outside. */
export interface PatternBoxOptions {
  readonly platform: Platform;
  readonly preferences: Preferences;
  readonly recognised: { readonly all: readonly vscode.Uri[] };
}

/** Asks for a pattern, shows while it is written what it would read from a log, and keeps it in the settings of the workspace. */
export class PatternBox {
  readonly #options: PatternBoxOptions;

  constructor(options: PatternBoxOptions) {
    this.#options = options;
  }

  /** `(uri?)`: from the palette the active file; without one it asks. Resolves to a sentence about what happened; null: cancelled. */
  async open(given: unknown): Promise<string | null> {
    const title = vscode.l10n.t('Try a Log Pattern');
    const openLabel = vscode.l10n.t('Open');
    const uri =
      uriOf(given) ??
      activeFile() ??
      (await chooseLog(this.#options.recognised.all, { title, openLabel }));
    if (uri === undefined) return null;
    try {
      const source = this.#options.platform.source(uri);
      const size = (await source.stat())?.size ?? 0;
      const bytes = await source.read(0, Math.min(size, LARGEST));
      const pattern = await ask(bytes, plainLabel(baseName(uri)), startFor(uri));
      return pattern === null ? null : await this.#save(pattern, uri);
    } catch (error) {
      return failureSentence(error, baseName(uri), say);
    }
  }

  /** Adds a pattern behind the others. */
  async #save(pattern: string, uri: vscode.Uri): Promise<string> {
    const settings = vscode.workspace.getConfiguration(SECTION, uri);
    const isInFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
    const target = hasWorkspace
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    const known = settings.get<readonly string[]>('logs.patterns') ?? [];
    if (!known.includes(pattern))
      await settings.update('logs.patterns', [...known, pattern], target);
    return isInFolder || !hasWorkspace
      ? vscode.l10n.t('Saved; logs are read again.')
      : vscode.l10n.t('Saved for this workspace, which this log is not in.');
  }
}

/** The line at the cursor, with its numbers as fields; empty where the log is not open as text. */
function startFor(uri: vscode.Uri): string {
  const editor = vscode.window.visibleTextEditors.find(
    each => each.document.uri.toString() === uri.toString(),
  );
  return editor ? patternOf(editor.document.lineAt(editor.selection.active.line).text) : '';
}

/** Asks for a pattern; null: cancelled. */
function ask(bytes: Uint8Array, name: string, start: string): Promise<string | null> {
  const own = new Lifetime();
  const box = own.add(vscode.window.createInputBox());
  const show = own.add(
    new Coalesce(
      () => {
        showTried(box, bytes);
        return Promise.resolve();
      },
      () => undefined,
      DELAY,
    ),
  );
  fill(box, name, start);
  return new Promise(resolve => {
    own.add(box.onDidChangeValue(() => show.request()));
    own.add(
      box.onDidAccept(() => {
        showTried(box, bytes);
        if (parsePattern(box.value).pattern === null) return;
        resolve(box.value.trim());
        own.dispose();
      }),
    );
    own.add(
      box.onDidHide(() => {
        resolve(null);
        own.dispose();
      }),
    );
    showTried(box, bytes);
    box.show();
  });
}

/** What stands in and around the box at first. */
function fill(box: vscode.InputBox, name: string, start: string): void {
  box.title = vscode.l10n.t('Try a Log Pattern on {name}', { name });
  box.placeholder = 'Epoch {epoch}/{planned}: train={train_loss} val={val_loss} {*}';
  box.prompt = vscode.l10n.t('{name} is a number, {any} is anything.', {
    name: '{name}',
    any: '{*}',
  });
  box.value = start;
  box.ignoreFocusOut = true;
}

/** Says below the box what its pattern reads, or what is wrong with it. */
function showTried(box: vscode.InputBox, bytes: Uint8Array): void {
  const { Error: Wrong, Warning, Info } = vscode.InputBoxValidationSeverity;
  if (box.value.trim() === '') {
    box.validationMessage = undefined;
    return;
  }
  const { pattern, problem } = parsePattern(box.value);
  if (pattern === null) {
    const where = vscode.l10n.t('Column {column}', { column: problem.at + 1 });
    box.validationMessage = { message: `${where}: ${patternWords(problem, say)}`, severity: Wrong };
    return;
  }
  const tried = tryPattern(pattern, bytes);
  const severity = tried.match.lines > 0 ? Info : Warning;
  box.validationMessage = { message: triedWords(tried, say), severity };
}
