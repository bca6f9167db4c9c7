import type { FinderListener, FindProgress, FoundLog } from '../../core/project/find/foundLog';
import type { Finder } from './finder';

type Make = (listener: FinderListener) => Finder;

/** Whether a finder named a file by its address: `vscode-vfs://github/…`, and no path on a disk, be it `c:\\…`. */
export function isAddress(path: string): boolean {
  return /^[a-z][a-z\d+.-]+:\//i.test(path);
}

/**
 * Has one finder look on the disk, by paths, and another one everywhere else, by addresses: a workspace may have folders of
 * both. Each is made when there is something for it.
 */
export class TwoFinders implements Finder {
  readonly #makes: readonly [onDisk: () => Finder, elsewhere: () => Finder];
  readonly #made: [Finder?, Finder?] = [];
  #isSeen: boolean | null = null;
  #progress: [FindProgress, FindProgress] = [
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
    this.#makes = [() => onDisk(told(0)), () => elsewhere(told(1))];
  }

  remember(logs: readonly FoundLog[]): void {
    for (const [finder, given] of this.#parted(logs, ({ path }) => path)) finder.remember(given);
  }

  find(folders: readonly string[], exclude: readonly string[]): void {
    const parts = this.#parted(folders, folder => folder);
    this.#progress = [
      { isDone: folders.every(isAddress), files: 0 },
      { isDone: !folders.some(isAddress), files: 0 },
    ];
    for (const [finder, given] of parts) finder.find(given, exclude);
  }

  enter(paths: readonly string[]): void {
    for (const [finder, given] of this.#parted(paths, path => path)) finder.enter(given);
  }

  see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    for (const finder of this.#made) finder?.see(isSeen);
  }

  look(paths: readonly string[]): void {
    for (const [finder, given] of this.#parted(paths, path => path)) finder.look(given);
  }

  stop(): void {
    for (const finder of this.#made) finder?.stop();
  }

  /** The finders that something is for, with that. */
  #parted<T>(all: readonly T[], pathOf: (each: T) => string): readonly [Finder, T[]][] {
    return ([0, 1] as const)
      .map(which => [which, all.filter(each => isAddress(pathOf(each)) === (which === 1))] as const)
      .filter(([, given]) => given.length > 0)
      .map(([which, given]) => [(this.#made[which] ??= this.#makeOf(which)), given]);
  }

  #makeOf(which: 0 | 1): Finder {
    const finder = this.#makes[which]();
    if (this.#isSeen !== null) finder.see(this.#isSeen);
    return finder;
  }
}
