import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder the suite runs on: a copy of samples/. */
export function folder(): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(found, 'the suite needs a workspace folder');
  return found;
}

/** A file of the workspace. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

/** Writes a file into the workspace, as another program would. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = file(path);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** Takes a file or folder out of the workspace. */
export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(file(path), { recursive: true });
}

/** Opens a file of the workspace in an editor, as a click does. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const uri = file(path);
  // Not openTextDocument, which keeps the document for minutes after its editor was closed.
  await vscode.commands.executeCommand('vscode.open', uri);
  return until(() =>
    vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString()),
  );
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks again until there is an answer; the test fails by its time-out with what was seen last. */
export async function until<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  milliseconds = 15_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`No answer to ${String(ask)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The first truthy answer of a question about what VS Code shows. */
export async function untilTrue(ask: () => boolean | Promise<boolean>): Promise<void> {
  await until(async () => ((await ask()) ? true : undefined));
}

/** Titles of the lenses of a document, in order. */
export async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  return (await lenses(document)).map(lens => lens.command?.title ?? '');
}

export async function lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return found.filter(lens => lens.command?.command.startsWith('epochLens.'));
}

/** Our hover at the first place of `text`, as Markdown without its escapes; '' where there is none. */
export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(text));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Our entries in the Problems view for a file. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(each => each.source === 'epoch-lens');
}

/** The rule an entry is about. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Labels of all open tabs. */
export function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).map(tab => tab.label);
}

/** Does what a click on a lens does. */
export async function click(lens: vscode.CodeLens | undefined): Promise<void> {
  assert.ok(lens?.command);
  const given: readonly unknown[] = lens.command.arguments ?? [];
  await vscode.commands.executeCommand(lens.command.command, ...given);
}
