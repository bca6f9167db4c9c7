import * as vscode from 'vscode';
import type { AnalysisPreferences } from '../core/analysis/preferences';
import type { LogProblem } from '../core/log/format';
import type { AnalysedRun } from '../core/project/project';
import { LogReading } from './logReading';
import { pause } from './pause';
import type { Platform } from './platform';

/** A log of the project that could be read, or why it could not. */
export interface ProjectLog {
  readonly path: string;
  readonly runs: readonly AnalysedRun[];
  readonly problems: readonly LogProblem[];
  readonly size: number;
  /** What was thrown; null when all went well. */
  readonly error: unknown;
}

/** What is read for the sake of a lens: larger logs wait until they are opened. */
const LARGEST_LOG = 64_000_000;
const LARGEST_SUM = 400_000_000;

/** The logs of a folder, each read once and again only when its size or its time changed. */
export class ProjectLogs {
  readonly #folder: vscode.Uri;
  readonly #platform: Platform;
  readonly #preferences: () => AnalysisPreferences;
  #readings = new Map<string, LogReading>();

  constructor(folder: vscode.Uri, platform: Platform, preferences: () => AnalysisPreferences) {
    this.#folder = folder;
    this.#platform = platform;
    this.#preferences = preferences;
  }

  /** Reads what is new in the logs at `paths`, one after the other, until `cancelled`. */
  async read(paths: readonly string[], cancelled: () => boolean): Promise<readonly ProjectLog[]> {
    const readings = new Map<string, LogReading>();
    const logs: ProjectLog[] = [];
    let sum = 0;
    for (const path of paths) {
      if (cancelled()) return logs;
      const size = await this.#size(path);
      if (size === null || size > LARGEST_LOG || sum + size > LARGEST_SUM) continue;
      sum += size;
      const reading = this.#readings.get(path) ?? this.#open(path);
      readings.set(path, reading);
      logs.push(await readOne(path, size, reading));
      await pause();
    }
    this.#readings = readings;
    return logs;
  }

  /** Reads what is new in logs that were read before; says whether anything was. */
  async refresh(paths: Iterable<string>): Promise<boolean> {
    let changed = false;
    for (const path of paths) {
      const reading = this.#readings.get(path);
      if (reading) changed = (await updated(reading)) || changed;
    }
    return changed;
  }

  async #size(path: string): Promise<number | null> {
    try {
      const { size, type } = await vscode.workspace.fs.stat(
        vscode.Uri.joinPath(this.#folder, path),
      );
      return (type & vscode.FileType.File) === 0 ? null : size;
    } catch {
      return null;
    }
  }

  #open(path: string): LogReading {
    const source = this.#platform.source(vscode.Uri.joinPath(this.#folder, path));
    return new LogReading({ path, source, preferences: this.#preferences });
  }
}

async function readOne(path: string, size: number, reading: LogReading): Promise<ProjectLog> {
  let error: unknown = null;
  try {
    await reading.update();
  } catch (thrown) {
    error = thrown;
  }
  return { path, size, error, ...reading.content };
}

async function updated(reading: LogReading): Promise<boolean> {
  try {
    return await reading.update();
  } catch {
    return false;
  }
}
