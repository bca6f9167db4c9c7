import { join } from 'node:path';
import type * as vscode from 'vscode';
import { sourceOf } from '../node/sourceOf';
import { startThread } from '../node/startThread';
import { start } from './extension';
import { wasmEngine } from './wasmEngine';
import { workspaceLog } from './workspaceLog';

/** Where VS Code runs on a machine of its own: files on its disk are read in blocks, those that people look at in a thread of their own; others through VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const engine = wasmEngine(context);
  start(context, {
    source: uri => (uri.scheme === 'file' ? sourceOf(uri.fsPath) : workspaceLog(uri, engine)),
    startReader: (given, listener) => startThread(join(__dirname, 'worker.js'), given, listener),
  });
}
