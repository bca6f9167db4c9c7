import * as vscode from 'vscode';
import { WasmEngine } from '../core/log/database/wasmDatabase';

/** The engine for databases that are read through VS Code; it ships beside the bundle. */
export function wasmEngine(context: vscode.ExtensionContext): WasmEngine {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'sql-wasm.wasm');
  return new WasmEngine(async () => vscode.workspace.fs.readFile(file));
}
