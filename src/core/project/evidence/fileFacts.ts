import type { ConfigFile } from '../project';
import { isBelow } from '../paths';
import { writtenPaths, type WrittenPath } from './writtenPaths';

const WORD = /[A-Za-z_][\w-]*/g;

/** What evidence asks about the texts of a project's files again and again; every answer is found once. */
export class FileFacts {
  readonly #files: readonly ConfigFile[];
  readonly #paths = new Map<ConfigFile, readonly WrittenPath[]>();
  readonly #words = new Map<ConfigFile, ReadonlySet<string>>();
  readonly #answers = new Map<string, boolean>();

  constructor(files: readonly ConfigFile[]) {
    this.#files = files;
  }

  /** Everything in a file that may be a path. */
  pathsIn(file: ConfigFile): readonly WrittenPath[] {
    return once(this.#paths, file, () => writtenPaths(file.text));
  }

  /** The words of a file in lower case, with `_` for `-`. */
  wordsIn(file: ConfigFile): ReadonlySet<string> {
    return once(this.#words, file, () => {
      const words = file.text.match(WORD) ?? [];
      return new Set(words.map(word => word.replaceAll('-', '_').toLowerCase()));
    });
  }

  /** Whether a file at or below a folder has such a text in it. */
  someBelow(folder: string, pattern: RegExp): boolean {
    return once(this.#answers, `${folder} ${pattern.source}`, () =>
      this.#files.some(file => isBelow(file.path, folder) && pattern.test(file.text)),
    );
  }
}

function once<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = find()));
  return value;
}
