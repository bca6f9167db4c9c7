import type { FoundLog } from '../../core/project/find/foundLog';

/** Finds logs in folders and looks after those that are known. */
export interface Finder {
  /** What was found in an earlier session. */
  remember(logs: readonly FoundLog[]): void;
  find(folders: readonly string[], exclude: readonly string[]): void;
  /** Whether somebody looks at what is found: then new logs are looked for more often where no watcher tells of them. */
  see(isSeen: boolean): void;
  /** What came and may be a folder. */
  enter(paths: readonly string[]): void;
  /** Files that are logs, wherever they were met, or files that came or went. */
  look(paths: readonly string[]): void;
  stop(): void;
}
