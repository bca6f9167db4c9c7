import type * as vscode from 'vscode';
import type { LogSource } from '../core/log/tail';
import type { StartReader } from './reading/messages';

/** What differs between the desktop (or a remote machine) and the browser. */
export interface Platform {
  /** Where the bytes of a log come from. Opens nothing until it is asked for them. */
  source(uri: vscode.Uri): LogSource;
  /** Starts a thread that reads logs of the disk. Absent: they are read in this one. */
  readonly startReader?: StartReader;
}
