import type * as vscode from 'vscode';
import { sourceOf } from '../node/gzipSource';
import { start } from './extension';
import { WorkspaceSource } from './workspaceSource';

/** Where VS Code runs on a machine of its own: files on its disk are read in blocks, others through VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, {
    source: uri => (uri.scheme === 'file' ? sourceOf(uri.fsPath) : new WorkspaceSource(uri)),
  });
}
