import * as vscode from 'vscode';

/**
 * Opens a file at a line (1-based) without covering the panel in `column`: where the file is open already,
 * else in another group, else beside. What cannot be opened is said by the editor itself.
 */
export function openBeside(
  uri: vscode.Uri,
  line: number,
  column: vscode.ViewColumn | undefined,
): void {
  const at = new vscode.Position(line - 1, 0);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: columnOf(uri) ?? otherColumn(column) ?? vscode.ViewColumn.Beside,
    selection: new vscode.Range(at, at),
  };
  void vscode.commands.executeCommand('vscode.open', uri, options);
}

/** The group that shows the file. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(group => group.tabs.some(shows))?.viewColumn;
}

function otherColumn(column: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(group => group.viewColumn !== column)?.viewColumn;
}
