import type * as vscode from 'vscode';
import { start } from './extension';
import { wasmEngine } from './wasmEngine';
import { WorkspaceSource } from './workspaceSource';

/** Where VS Code runs in a browser: every file comes through VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const engine = wasmEngine(context);
  start(context, { source: uri => new WorkspaceSource(uri, engine) });
}
