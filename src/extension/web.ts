import type * as vscode from 'vscode';
import { start } from './extension';
import { wasmEngine } from './wasmEngine';
import { workspaceLog } from './workspaceLog';

/** Where VS Code runs in a browser: every file comes through VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const engine = wasmEngine(context);
  start(context, { source: uri => workspaceLog(uri, engine) });
}
