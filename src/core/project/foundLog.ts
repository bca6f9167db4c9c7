import type { JudgedRun } from './judgedRun';

/** A log of the workspace as it was last read. */
export interface FoundLog {
  /** Where it is on the disk. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Empty: it holds no curve, or is too large to be read before it is opened (`isLarge`). */
  readonly runs: readonly JudgedRun[];
  readonly isLarge: boolean;
}

/** How far a search has come. */
export interface FindProgress {
  readonly isDone: boolean;
  /** Files that were looked at by their names. */
  readonly files: number;
}
