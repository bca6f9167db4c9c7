import type * as vscode from 'vscode';
import type { LogSource } from '../core/log/tail';

/** What differs between the desktop (or a remote machine) and the browser. */
export interface Platform {
  /** Where the bytes of a log come from. Opens nothing until it is asked for them. */
  source(uri: vscode.Uri): LogSource;
}
