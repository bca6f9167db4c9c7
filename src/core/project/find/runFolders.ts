import { placeOf } from '../../log/folders';
import type { FindGround } from './foundLog';
import { RunFolder } from './runFolder';

/** Values that are held while a search goes on. */
const MOST_HELD = 3_000_000;

/** The run folders that a search has met. */
export class RunFolders {
  readonly #make: (root: string, path: string) => RunFolder;
  readonly #folders = new Map<string, RunFolder>();
  /** Those that were added to since they were taken last. */
  readonly #touched = new Set<RunFolder>();

  /** `make` gives the folder of a path that is met first there, with what is known of it; else it is empty. */
  constructor(
    ground: FindGround,
    make: (root: string, path: string) => RunFolder = root => new RunFolder(ground, root),
  ) {
    this.#make = make;
  }

  /** The one that a path, relative to `root`, belongs to. */
  at(root: string, path: string): RunFolder {
    const key = placeKey(root, path);
    const folder = this.#folders.get(key) ?? this.#make(root, path);
    this.#folders.set(key, folder);
    this.#touched.add(folder);
    return folder;
  }

  /** Those that were added to since the last call; each knows what was said of the folder around it, too: an experiment has a name. */
  take(): readonly RunFolder[] {
    const touched = new Set(this.#touched);
    this.#touched.clear();
    for (const [key, folder] of this.#folders) {
      if (!touched.has(folder)) continue;
      const around = this.#folders.get(key.slice(0, Math.max(0, key.lastIndexOf('/'))));
      for (const fact of around?.facts ?? []) folder.note(fact);
    }
    return [...touched];
  }

  /** Lets go of values when there are too many: they would have to be read again. */
  trim(): void {
    const all = [...this.#folders.values()];
    if (all.reduce((sum, folder) => sum + folder.held, 0) < MOST_HELD) return;
    for (const folder of all) folder.release();
  }
}

/** Tells the run folder of a log from all others. */
export function placeKey(root: string, path: string): string {
  return `${root}\n${placeOf(path).run}`;
}
