import type { FindProgress, FoundLog } from '../../core/project/foundLog';

/** Who is told what a finder finds; paths as the finder names them. */
export interface FinderListener {
  readonly found: (logs: readonly FoundLog[]) => void;
  readonly gone: (paths: readonly string[]) => void;
  readonly progress: (progress: FindProgress) => void;
}

/** Finds logs in folders and looks after those that are known. */
export interface Finder {
  /** What was found in an earlier session. */
  remember(logs: readonly FoundLog[]): void;
  find(folders: readonly string[], exclude: readonly string[]): void;
  /** Files that are logs, wherever they were met, or files that came or went. */
  look(paths: readonly string[]): void;
  stop(): void;
}
