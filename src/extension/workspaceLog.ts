import type * as vscode from 'vscode';
import type { WasmEngine } from '../core/log/database/wasmDatabase';
import { gunzip } from '../core/log/gunzip';
import { GzipSource, isPackedName } from '../core/log/gzipSource';
import type { LogSource } from '../core/log/tail';
import { WorkspaceSource } from './workspaceSource';

/** Where the bytes of a file come from that only VS Code can read; what is packed comes unpacked. */
export function workspaceLog(uri: vscode.Uri, engine: WasmEngine): LogSource {
  const source = new WorkspaceSource(uri, engine);
  return isPackedName(uri.path) ? new GzipSource(source, gunzip) : source;
}
