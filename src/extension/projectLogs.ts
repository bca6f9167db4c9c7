import * as vscode from 'vscode';
import type { LogProblem } from '../core/log/format';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { LogSource } from '../core/log/tail';
import type { Run } from '../core/run/run';
import { FollowedFile } from '../core/run/followedFile';
import { pause } from '../core/run/pause';
import { writtenOf, type Written } from '../core/analysis/silence';
import type { Platform } from './platform';

/** A log of the project that could be read, or why it could not. */
export interface ProjectLog {
  readonly path: string;
  readonly runs: readonly Run[];
  readonly problems: readonly LogProblem[];
  readonly size: number;
  /** What was thrown; null when all went well. */
  readonly error: unknown;
}

interface KnownLog {
  readonly source: LogSource;
  readonly file: FollowedFile;
}

/** What is read for the sake of a lens: larger logs wait until they are opened. */
const LARGEST_LOG = 64_000_000;
const LARGEST_SUM = 400_000_000;

/** The logs of a folder, each read once and again only when its size or its time changed. */
export class ProjectLogs {
  readonly #folder: vscode.Uri;
  readonly #platform: Platform;
  readonly #patterns: () => readonly LogPattern[];
  #files = new Map<string, KnownLog>();

  /** `patterns`: the user's patterns of lines. */
  constructor(folder: vscode.Uri, platform: Platform, patterns: () => readonly LogPattern[]) {
    this.#folder = folder;
    this.#platform = platform;
    this.#patterns = patterns;
  }

  /** Reads what is new in the logs at `paths`, one after the other, until `cancelled`. */
  async read(paths: readonly string[], cancelled: () => boolean): Promise<readonly ProjectLog[]> {
    const files = new Map<string, KnownLog>();
    const logs: ProjectLog[] = [];
    let sum = 0;
    for (const path of paths) {
      if (cancelled()) return logs;
      const known = this.#files.get(path) ?? this.#open(path);
      const size = await sizeOf(known.source);
      if (size === null || size > LARGEST_LOG || sum + size > LARGEST_SUM) continue;
      sum += size;
      files.set(path, known);
      logs.push(await readOne(path, size, known.file));
      await pause();
    }
    this.#files = files;
    return logs;
  }

  /** Reads what is new in logs that were read before; says whether anything was. */
  async refresh(paths: Iterable<string>): Promise<boolean> {
    let changed = false;
    for (const path of paths) {
      const known = this.#files.get(path);
      if (known) changed = (await updated(known.file)) || changed;
    }
    return changed;
  }

  /** When these logs were last written, of those that were read; null of none. */
  written(paths: readonly string[], now: number): Written | null {
    const files = paths.flatMap(path => this.#files.get(path)?.file ?? []);
    return files.length > 0 ? writtenOf(files, now) : null;
  }

  #open(path: string): KnownLog {
    const source = this.#platform.source(vscode.Uri.joinPath(this.#folder, path));
    return { source, file: new FollowedFile(path, source, undefined, this.#patterns) };
  }
}

/** null for what is not there, or no file that can be read. */
async function sizeOf(source: LogSource): Promise<number | null> {
  try {
    return (await source.stat())?.size ?? null;
  } catch {
    return null;
  }
}

async function readOne(path: string, size: number, file: FollowedFile): Promise<ProjectLog> {
  let error: unknown = null;
  try {
    await file.update();
  } catch (thrown) {
    error = thrown;
  }
  return { path, size, error, runs: file.runs, problems: file.problems };
}

async function updated(file: FollowedFile): Promise<boolean> {
  try {
    return await file.update();
  } catch {
    return false;
  }
}
