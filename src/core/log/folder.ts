import type { Split } from './format';

/** What the path of a file says of its run. */
export interface LogPlace {
  /** The folder of the run, relative to what the user named; empty: that itself. */
  readonly run: string;
  /** What all numbers of the file were computed on, `null` where the path does not say. */
  readonly split: Split | null;
  /** The name of the one curve that the file holds, where the run's folder keeps a file for each. */
  readonly series?: string;
}

/** A kind of run folder whose names carry meaning. */
export interface LogFolder {
  readonly id: string;
  /** Reads a path (`/` between parts, relative to what the user named); `null`: not in such a folder. */
  place(path: string): LogPlace | null;
}

/** The folders of a path, without the file's own name. */
export function foldersOf(path: string): readonly string[] {
  return path.split('/').slice(0, -1);
}

/** As MLflow names the folders of runs. */
export const MLFLOW_RUN = /^[0-9a-f]{32}$/;
