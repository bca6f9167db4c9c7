import type { FinderListener, FindGround, FoundFile, FoundLog } from './foundLog';

type Listener = Pick<FinderListener, 'found' | 'gone'>;

/** The logs that are known, by each of their files, and what waits to be told of them. */
export class FoundLogs {
  readonly #listener: Listener;
  readonly #pathOf: FindGround['pathOf'];
  readonly #collected: number;
  readonly #byFile = new Map<string, FoundLog>();
  /** What each file is called in its log. */
  readonly #names = new Map<string, string>();
  readonly #waiting = new Map<string, FoundLog>();
  #toldAt = 0;

  /** `collected`: milliseconds that news is collected for. */
  constructor(listener: Listener, { pathOf }: Pick<FindGround, 'pathOf'>, collected: number) {
    this.#pathOf = pathOf;
    this.#listener = listener;
    this.#collected = collected;
  }

  get all(): readonly FoundLog[] {
    return [...new Set(this.#byFile.values())];
  }

  /** The log that a file belongs to. */
  at(path: string): FoundLog | undefined {
    return this.#byFile.get(path);
  }

  nameOf(path: string): string {
    return this.#names.get(path) ?? '';
  }

  /** The logs that some files belong to. */
  of(root: string, files: readonly FoundFile[]): readonly FoundLog[] {
    return [
      ...new Set(files.flatMap(({ log }) => this.#byFile.get(this.#pathOf(root, log)) ?? [])),
    ];
  }

  /** A file as it was when it was last read. */
  fileAt(path: string): FoundFile | undefined {
    const name = this.#names.get(path);
    return this.#byFile.get(path)?.files.find(({ log }) => log === name);
  }

  /** Whether a file is not known as it is now. */
  isNews(path: string, { size, modified }: FoundFile): boolean {
    const before = this.fileAt(path);
    return before?.size !== size || before.modified !== modified;
  }

  /** Keeps what another session found; nobody is told. */
  remember(logs: readonly FoundLog[]): void {
    for (const log of logs) if (!this.#byFile.has(log.path)) this.#keep(log);
  }

  clear(): void {
    this.#byFile.clear();
    this.#names.clear();
  }

  /** Puts a log in the place of those that its files were in; gives the paths of those. */
  replace(log: FoundLog): readonly string[] {
    const before = this.of(log.root, log.files).filter(({ path }) => path !== log.path);
    for (const { path } of before) this.drop(path);
    const [same] = this.of(log.root, log.files);
    if (same) this.#remove(same);
    this.#keep(log);
    this.note(log);
    return before.map(({ path }) => path);
  }

  drop(path: string): void {
    const log = this.#byFile.get(path);
    if (log === undefined) return;
    this.#remove(log);
    this.#waiting.delete(path);
    this.#listener.gone([path]);
  }

  /** Will be told. */
  note(log: FoundLog): void {
    this.#waiting.set(log.path, log);
    if (this.isDue) this.tell();
  }

  /** Whether it is time to tell. */
  get isDue(): boolean {
    return Date.now() - this.#toldAt >= this.#collected;
  }

  /** Tells what waits. */
  tell(): void {
    this.#toldAt = Date.now();
    if (this.#waiting.size === 0) return;
    const logs = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#listener.found(logs);
  }

  #keep(log: FoundLog): void {
    for (const file of log.files) {
      const path = this.#pathOf(log.root, file.log);
      this.#byFile.set(path, log);
      this.#names.set(path, file.log);
    }
  }

  #remove(log: FoundLog): void {
    for (const file of log.files) {
      const path = this.#pathOf(log.root, file.log);
      if (this.#byFile.get(path) !== log) continue;
      this.#byFile.delete(path);
      this.#names.delete(path);
    }
  }
}
