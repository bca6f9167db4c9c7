import * as vscode from 'vscode';

/** A cell of an open notebook, by its document. */
export interface NotebookCell {
  readonly notebook: vscode.NotebookDocument;
  /** 0-based, over all cells. */
  readonly index: number;
}

/** The scheme of the documents that VS Code makes of a notebook's cells. */
const SCHEME = 'vscode-notebook-cell';

/** The cell that a document is; `null` for every other document. */
export function notebookCellOf(document: vscode.TextDocument): NotebookCell | null {
  if (document.uri.scheme !== SCHEME) return null;
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cell = notebook.getCells().find(each => each.document === document);
    if (cell) return { notebook, index: cell.index };
  }
  return null;
}

/** The file that a document shows: for a cell its notebook. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookCellOf(document)?.notebook.uri ?? document.uri;
}

/** An open notebook as its file says it, as far as its cells' texts go. */
export function notebookText(notebook: vscode.NotebookDocument): string {
  const cells = notebook.getCells().map(({ kind, document }) => ({
    cell_type: kind === vscode.NotebookCellKind.Code ? 'code' : 'markdown',
    source: document.getText(),
  }));
  return JSON.stringify({ cells });
}
