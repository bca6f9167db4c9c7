import type { ConfigFile } from '../project';
import { writtenPaths, type WrittenPath } from './writtenPaths';

const WORD = /[A-Za-z_][\w-]*/g;
/** Hydra's defaults lists name the files that are composed: `- trainer: default`. */
const COMPOSED =
  /^[ \t]*-[ \t]*(?:override[ \t]+)?\/?([\w-]+):[ \t]*([\w-]+)(?:\.ya?ml)?[ \t]*(?:#|\r?$)/gm;

/** What evidence asks about the text of one file; every answer is found once, when first asked for. */
export class FileFacts {
  readonly #text: string;
  readonly #uses = new Map<string, boolean>();
  #paths: readonly WrittenPath[] | undefined;
  #words: ReadonlySet<string> | undefined;
  #composed: readonly string[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Everything that may be a path. */
  get paths(): readonly WrittenPath[] {
    return (this.#paths ??= writtenPaths(this.#text));
  }

  /** The words in lower case, with `_` for `-`. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(
      this.#text.match(WORD)?.map(word => word.replaceAll('-', '_').toLowerCase()),
    ));
  }

  /** The files that a defaults list composes, as `folder/stem`. */
  get composed(): readonly string[] {
    return (this.#composed ??= [...this.#text.matchAll(COMPOSED)].map(
      ([, folder, stem]) => `${folder}/${stem}`,
    ));
  }

  /** Whether the text has such a thing in it; `pattern` without flags that keep a state. */
  uses(pattern: RegExp): boolean {
    let found = this.#uses.get(pattern.source);
    if (found === undefined) {
      this.#uses.set(pattern.source, (found = pattern.test(this.#text)));
    }
    return found;
  }
}

/** What the texts of config files say, kept for as long as the file is the same. */
export class TextFacts {
  readonly #known = new WeakMap<ConfigFile, FileFacts>();

  of(file: ConfigFile): FileFacts {
    let facts = this.#known.get(file);
    if (facts === undefined) this.#known.set(file, (facts = new FileFacts(file.text)));
    return facts;
  }
}
