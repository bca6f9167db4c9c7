import type { FoundLog } from '../../core/project/find/foundLog';

/** Finds logs in folders and looks after those that are known. */
export interface Finder {
  /** What was found in an earlier session. */
  remember(logs: readonly FoundLog[]): void;
  find(folders: readonly string[], exclude: readonly string[]): void;
  /** Files that are logs, wherever they were met, or files that came or went. */
  look(paths: readonly string[]): void;
  stop(): void;
}
