import { folderOf, nameOf, foldersAbove } from './paths';
import { runNameOf } from './runHome';

/** Where the logs of a project stand, so that a name found in a file is looked up instead of compared with every log. */
export class LogPlaces {
  readonly #paths: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;
  readonly #above: ReadonlySet<string>;
  readonly #runNames: ReadonlySet<string>;

  constructor(logs: readonly string[]) {
    this.#paths = new Set(logs);
    this.#names = new Set(logs.map(nameOf));
    this.#folders = new Set(logs.map(folderOf));
    this.#above = new Set(logs.flatMap(foldersAbove));
    this.#runNames = new Set([...this.#folders].flatMap(folder => runNameOf(folder) ?? []));
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** Whether a log is called so, wherever it stands. */
  hasName(name: string): boolean {
    return this.#names.has(name);
  }

  /** Whether a log stands right in this folder. */
  hasIn(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** Whether a log stands somewhere below this folder; below the root where there is any. */
  hasBelow(folder: string): boolean {
    return this.#above.has(folder);
  }

  /** Whether a log stands in a folder that bears the name of this run, in another branch of the same tree. */
  hasTwin(folder: string): boolean {
    const name = runNameOf(folder);
    return name !== null && this.#runNames.has(name);
  }
}
