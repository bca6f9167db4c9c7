import type { FinderListener, FindProgress, FoundLog } from '../../core/project/find/foundLog';
import type { Finder } from './finder';

type Make = (listener: FinderListener) => Finder;

/** Whether a finder named a file by its address: `vscode-vfs://github/…`, and no path on a disk, be it `c:\\…`. */
export function isAddress(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:\//i.test(path);
}

/** Has one finder look on the disk, by paths, and another one everywhere else, by addresses: a workspace may have folders of both. */
export class TwoFinders implements Finder {
  readonly #finders: readonly [onDisk: Finder, elsewhere: Finder];
  readonly #progress: [FindProgress, FindProgress] = [
    { isDone: true, files: 0 },
    { isDone: true, files: 0 },
  ];

  constructor(onDisk: Make, elsewhere: Make, listener: FinderListener) {
    const told = (which: 0 | 1): FinderListener => ({
      ...listener,
      progress: progress => {
        this.#progress[which] = progress;
        const [one, other] = this.#progress;
        const isDone = one.isDone && other.isDone;
        listener.progress({ isDone, files: one.files + other.files });
      },
    });
    this.#finders = [onDisk(told(0)), elsewhere(told(1))];
  }

  remember(logs: readonly FoundLog[]): void {
    for (const [finder, given] of this.#parted(logs, ({ path }) => path)) finder.remember(given);
  }

  find(folders: readonly string[], exclude: readonly string[]): void {
    const parts = this.#parted(folders, folder => folder);
    parts.forEach(([, given], which) => {
      this.#progress[which] = { isDone: given.length === 0, files: 0 };
    });
    for (const [finder, given] of parts) if (given.length > 0) finder.find(given, exclude);
  }

  enter(paths: readonly string[]): void {
    for (const [finder, given] of this.#parted(paths, path => path))
      if (given.length > 0) finder.enter(given);
  }

  see(isSeen: boolean): void {
    for (const finder of this.#finders) finder.see(isSeen);
  }

  look(paths: readonly string[]): void {
    for (const [finder, given] of this.#parted(paths, path => path))
      if (given.length > 0) finder.look(given);
  }

  stop(): void {
    for (const finder of this.#finders) finder.stop();
  }

  #parted<T>(all: readonly T[], pathOf: (each: T) => string): readonly [Finder, T[]][] {
    const [onDisk, elsewhere] = this.#finders;
    return [
      [onDisk, all.filter(each => !isAddress(pathOf(each)))],
      [elsewhere, all.filter(each => isAddress(pathOf(each)))],
    ];
  }
}
