import { writtenOf, type Written } from '../analysis/silence';
import type { LogProblem } from '../log/format';
import type { LogPattern } from '../log/patterns/pattern';
import type { LogSource } from '../log/tail';
import { FollowedFile, LogGone } from '../run/followedFile';
import { pause } from '../run/pause';
import type { Run } from '../run/run';

/** Why a log could not be read, so that it can be sent anywhere. */
export interface ReadFailure {
  /** As Node and VS Code name it: `ENOENT`; '' where neither does. */
  readonly code: string;
  readonly message: string;
}

/** A log of the project that could be read, or why it could not. */
export interface ProjectLog {
  readonly path: string;
  readonly runs: readonly Run[];
  readonly problems: readonly LogProblem[];
  readonly size: number;
  /** null when all went well. */
  readonly error: ReadFailure | null;
}

/** Bytes that are read of one log, and of all: larger logs are left out. */
export interface Limits {
  readonly log: number;
  readonly sum: number;
}

interface KnownLog {
  readonly source: LogSource;
  readonly file: FollowedFile;
}

/** The logs of a folder, each read once and again only when its size or its time changed. */
export class ProjectLogs {
  readonly #source: (path: string) => LogSource;
  readonly #patterns: () => readonly LogPattern[];
  #files = new Map<string, KnownLog>();

  /** `source`: where the bytes of a path come from; `patterns`: the user's patterns of lines. */
  constructor(source: (path: string) => LogSource, patterns: () => readonly LogPattern[]) {
    this.#source = source;
    this.#patterns = patterns;
  }

  /** Reads what is new in the logs at `paths`, one after the other, until `cancelled`. */
  async read(
    paths: readonly string[],
    limits: Limits,
    cancelled: () => boolean,
  ): Promise<readonly ProjectLog[]> {
    const files = new Map<string, KnownLog>();
    const logs: ProjectLog[] = [];
    let sum = 0;
    for (const path of paths) {
      if (cancelled()) return logs;
      const known = this.#files.get(path) ?? this.#open(path);
      const size = await sizeOf(known.source);
      if (size === null || size > limits.log || sum + size > limits.sum) continue;
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
    const source = this.#source(path);
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
  let error: ReadFailure | null = null;
  try {
    await file.update();
  } catch (thrown) {
    error = failureOf(thrown);
  }
  return { path, size, error, runs: file.runs, problems: file.problems };
}

function failureOf(thrown: unknown): ReadFailure {
  if (thrown instanceof LogGone) return { code: 'ENOENT', message: '' };
  const { code, message } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : String(thrown),
  };
}

async function updated(file: FollowedFile): Promise<boolean> {
  try {
    return await file.update();
  } catch {
    return false;
  }
}
