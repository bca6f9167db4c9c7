import * as vscode from 'vscode';
import { Lifetime, type Ending } from '../lifetime';

/** The kinds of editor: the one that opens by itself what VS Code shows as binary, and the one on offer for text. */
const VIEW_TYPES = ['epochLens.curveEditor', 'epochLens.curveEditorOption'] as const;

/** Puts curves into a panel that VS Code made for a file. */
export type Attach = (panel: vscode.WebviewPanel, log: vscode.Uri) => void;

/** A log opened as an editor: nothing but its address, the curves are followed by the panel. */
class LogDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;

  constructor(uri: vscode.Uri) {
    this.uri = uri;
  }

  dispose(): void {
    // Whoever shows it follows it, and ends that with its panel.
  }
}

/** Opens event files and other binary logs straight as curves, and offers itself for logs of text. */
export class CurveEditors implements vscode.CustomReadonlyEditorProvider<LogDocument>, Ending {
  readonly #attach: Attach;
  readonly #own = new Lifetime();

  constructor(attach: Attach) {
    this.#attach = attach;
    for (const type of VIEW_TYPES) {
      this.#own.add(vscode.window.registerCustomEditorProvider(type, this));
    }
  }

  openCustomDocument(uri: vscode.Uri): LogDocument {
    return new LogDocument(uri);
  }

  resolveCustomEditor({ uri }: LogDocument, panel: vscode.WebviewPanel): void {
    this.#attach(panel, uri);
  }

  dispose(): void {
    this.#own.dispose();
  }
}
