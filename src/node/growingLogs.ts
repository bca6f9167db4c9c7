import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FollowedLog } from '../core/project/followedLog';
import type { FindPreferences, FoundFile, FoundLog } from '../core/project/find/foundLog';
import { foundLog } from '../core/project/find/runFolder';
import { diskFindGround, filesGround } from './diskGround';

/** Logs that are followed at once. */
const MOST = 20;
/** One that was quiet for so many milliseconds is not followed any longer. */
const QUIET = 900_000;

/** A log that is followed, as it was told last. */
interface Growing {
  readonly log: FollowedLog;
  found: FoundLog;
}

/** The logs that are being written, or were just now: followed, so that every line that comes is told at once. */
export class GrowingLogs {
  readonly #preferences: () => FindPreferences;
  readonly #told: (log: FoundLog) => void;
  readonly #growing = new Map<string, Growing>();

  constructor(preferences: () => FindPreferences, told: (log: FoundLog) => void) {
    this.#preferences = preferences;
    this.#told = told;
  }

  has(path: string): boolean {
    return this.#growing.has(path);
  }

  /** Has a followed log looked at; `false`: it is not followed. */
  look(path: string): boolean {
    this.#growing.get(path)?.log.refresh();
    return this.#growing.has(path);
  }

  /** Follows a log from now on; one that grows takes the place of one that does not. */
  follow(found: FoundLog, isGrowing: boolean): void {
    const known = this.#growing.get(found.path);
    if (known?.found.files.length === found.files.length) {
      if (isGrowing) known.log.sawGrowth();
      return;
    }
    this.end(found.path);
    if (!this.#hasRoom(isGrowing)) return;
    const { root, files, facts } = found;
    const logs = files.map(file => file.log);
    const growing: Growing = {
      found,
      log: new FollowedLog({
        ground: filesGround(root, logs, facts),
        preferences: () => this.#preferences().analysis,
        patterns: () => this.#preferences().patterns,
        changed: () => void this.#grown(growing),
        isGrowing,
      }),
    };
    this.#growing.set(found.path, growing);
    growing.log.start();
  }

  end(path: string): void {
    this.#growing.get(path)?.log.dispose();
    this.#growing.delete(path);
  }

  /** Those that were quiet for long, or are gone, are only looked at from now on. */
  endQuiet(): void {
    const quiet = Date.now() - QUIET;
    for (const [path, growing] of this.#growing) {
      const { stage } = growing.log.stage;
      const isQuiet = !isRunning(growing) && growing.found.modified < quiet;
      if (isQuiet || stage === 'stale' || stage === 'failed') this.end(path);
    }
  }

  clear(): void {
    for (const path of [...this.#growing.keys()]) this.end(path);
  }

  #hasRoom(isGrowing: boolean): boolean {
    if (this.#growing.size < MOST) return true;
    const still = [...this.#growing].filter(([, growing]) => !isRunning(growing));
    const [oldest] = still.sort(([, a], [, b]) => a.found.modified - b.found.modified);
    if (!isGrowing || oldest === undefined) return false;
    this.end(oldest[0]);
    return true;
  }

  async #grown(growing: Growing): Promise<void> {
    const { log, found } = growing;
    if (log.stage.stage !== 'current') return;
    const files = await Promise.all(found.files.map(file => filed(found.root, file)));
    if (this.#growing.get(found.path) !== growing) return;
    if (files.some((file, at) => file.size > found.files[at]!.size)) log.sawGrowth();
    growing.found = foundLog({ ...found, files }, log.judged, diskFindGround);
    this.#told(growing.found);
  }
}

const isRunning = ({ log }: Growing): boolean =>
  log.judged.some(({ run }) => run.status === 'running');

/** The file as it is now; as it was where it is gone. */
async function filed(root: string, file: FoundFile): Promise<FoundFile> {
  const now = await stat(join(root, file.log)).catch(() => null);
  return now === null ? file : { log: file.log, size: now.size, modified: now.mtimeMs };
}
