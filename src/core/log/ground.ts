import type { FactsOfFolders } from './folderFacts';
import type { LogSource } from './tail';

/** The files behind what was opened; paths relative to it (of a single file its name), `/` between parts. */
export interface GroundFiles {
  readonly isFolder: boolean;
  /** Logs by their names, in the order of their paths. */
  readonly logs: readonly string[];
  /** What says something of the runs beside the logs. */
  readonly facts: readonly string[];
}

/** Where what was opened (a log, or a folder of logs) stands: a disk, or a file system of the editor. */
export interface LogGround {
  /** Rejects where there is nothing. */
  files(): Promise<GroundFiles>;
  /** Opens nothing until it is asked for bytes. */
  source(path: string): LogSource;
  facts(paths: readonly string[]): Promise<FactsOfFolders>;
  /** Calls whenever something may have changed, as far as the system tells; the ending stops that. */
  watch(files: GroundFiles, changed: () => void): { dispose(): unknown };
}
