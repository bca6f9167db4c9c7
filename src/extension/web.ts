import type * as vscode from 'vscode';
import { start } from './extension';
import { WorkspaceSource } from './workspaceSource';

/** Where VS Code runs in a browser: every file comes through VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, { source: uri => new WorkspaceSource(uri) });
}
