import type { FactsOfFolders } from '../../log/folderFacts';
import type { LogPattern } from '../../log/patterns/pattern';
import type { LogSource } from '../../log/tail';
import type { AnalysisPreferences } from '../../analysis/preferences';
import type { JudgedRun } from '../judgedRun';

/** A file of a log as it was when it was last read. */
export interface FoundFile {
  /** As in `Run.logs`. */
  readonly log: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** A log of the workspace as it was last read: a file, or those files of one place that hold a run together. */
export interface FoundLog {
  /** Where its first file is on the disk. */
  readonly path: string;
  /** The folder that was searched: what `Run.logs` and `facts` are relative to. */
  readonly root: string;
  /** At least one. */
  readonly files: readonly FoundFile[];
  /** Files that say something of its runs beside their logs. */
  readonly facts: readonly string[];
  /** When a file of it was last written, in milliseconds since 1970. */
  readonly modified: number;
  /** Empty: it holds no curve, or is too large to be read before it is opened (`isLarge`). */
  readonly runs: readonly JudgedRun[];
  readonly isLarge: boolean;
}

/** Where logs that are searched stand: a disk, or the file systems of the editor. `log` and `paths` are relative to `root`. */
export interface FindGround {
  source(root: string, log: string): LogSource;
  facts(root: string, paths: readonly string[]): Promise<FactsOfFolders>;
  /** What a file is called in `FoundLog.path`. */
  pathOf(root: string, log: string): string;
}

/** How logs are read and judged while they are searched. */
export interface FindPreferences {
  readonly analysis: AnalysisPreferences;
  /** The user's patterns of lines. */
  readonly patterns: readonly LogPattern[];
}

/** How far a search has come. */
export interface FindProgress {
  readonly isDone: boolean;
  /** Files that were looked at by their names. */
  readonly files: number;
}

/** Who is told what a search finds, and what changes of it afterwards. */
export interface FinderListener {
  readonly found: (logs: readonly FoundLog[]) => void;
  /** By `FoundLog.path`. */
  readonly gone: (paths: readonly string[]) => void;
  readonly progress: (progress: FindProgress) => void;
}
