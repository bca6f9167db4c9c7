import { languageOf } from '../../config/languages/index';
import type { ConfigFile } from '../project';
import type { Block } from './block';
import { pathBlocks } from './pathBlocks';
import { textValues } from './textValues';

const WORD = /[A-Za-z_][\w-]*/g;
/** Hydra's defaults lists name the files that are composed: `- trainer: default`. */
const COMPOSED =
  /^[ \t]*-[ \t]*(?:override[ \t]+)?\/?([\w-]+):[ \t]*([\w-]+)(?:\.ya?ml)?[ \t]*(?:#|\r?$)/gm;

/** A name with its value, however a language writes it. */
const PAIR = /([A-Za-z_][\w-]*)["']?[ \t]*[:=][ \t]*["']?([^\s"',()[\]{}#]{1,80})/g;
/** `from .config import x`, `import src.config` */
const IMPORTED = /^[ \t]*(?:from[ \t]+(\.*)([\w.]+)[ \t]+import\b|import[ \t]+([\w.]+))/gm;
/** `--name value` */
const FLAG = /--([A-Za-z][\w-]*)[ \t]+([^\s"',()[\]{}#-][^\s"']{0,79})/g;
/** Characters beyond which a file holds data. */
const MOST_TEXT = 200_000;

function pairsIn(text: string): ReadonlySet<string> {
  const pairs = [...text.matchAll(PAIR), ...text.matchAll(FLAG)];
  return new Set(
    pairs.map(([, name, value]) => `${name!.replaceAll('-', '_')}=${value!}`.toLowerCase()),
  );
}

/** What evidence asks about the text of one file; every answer is found once, when first asked for. */
export class FileFacts {
  readonly #path: string;
  readonly #text: string;
  readonly #uses = new Map<string, boolean>();
  #blocks: readonly Block[] | undefined;
  #imports: readonly string[] | undefined;
  #pairs: ReadonlySet<string> | undefined;
  #values: ReadonlyMap<string, readonly string[]> | undefined;
  #words: ReadonlySet<string> | undefined;
  #composed: readonly string[] | undefined;

  constructor({ path, text, blocks }: ConfigFile) {
    this.#path = path;
    this.#text = text;
    this.#blocks = blocks;
  }

  get #head(): string {
    return this.#text.slice(0, MOST_TEXT);
  }

  /** Everything that may be a path, by the part of the file that it is about. */
  get blocks(): readonly Block[] {
    return (this.#blocks ??= pathBlocks(this.#text, languageOf(this.#path)));
  }

  /** `name=value` for everything that the file gives a value, by its last name. */
  get pairs(): ReadonlySet<string> {
    return (this.#pairs ??= pairsIn(this.#head));
  }

  /** The texts that names stand for. */
  get values(): ReadonlyMap<string, readonly string[]> {
    return (this.#values ??= textValues(this.#head));
  }

  /** The words in lower case, with `_` for `-`. */
  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(
      this.#head.match(WORD)?.map(word => word.replaceAll('-', '_').toLowerCase()),
    ));
  }

  /** The files of the modules that a Python source imports, as paths: `src/config.py`, `../config.py`. */
  get imports(): readonly string[] {
    if (!/\.(?:pyw?|ipynb)$/.test(this.#path)) return [];
    return (this.#imports ??= [...this.#head.matchAll(IMPORTED)].map(
      ([, dots = '', from, plain]) =>
        `${'../'.repeat(Math.max(0, dots.length - 1))}${(from ?? plain ?? '').replaceAll('.', '/')}.py`,
    ));
  }

  /** The files that a defaults list composes, as `folder/stem`. */
  get composed(): readonly string[] {
    return (this.#composed ??= [...this.#head.matchAll(COMPOSED)].map(
      ([, folder, stem]) => `${folder}/${stem}`,
    ));
  }

  /** Whether the text has these very characters in it. */
  says(words: string): boolean {
    return this.#text.includes(words);
  }

  /** Whether the text has such a thing in it; `pattern` without flags that keep a state. */
  uses(pattern: RegExp): boolean {
    let found = this.#uses.get(pattern.source);
    if (found === undefined) {
      this.#uses.set(pattern.source, (found = pattern.test(this.#head)));
    }
    return found;
  }
}

/** What the texts of config files say, kept for as long as the file is the same. */
export class TextFacts {
  readonly #known = new WeakMap<ConfigFile, FileFacts>();

  of(file: ConfigFile): FileFacts {
    let facts = this.#known.get(file);
    if (facts === undefined) this.#known.set(file, (facts = new FileFacts(file)));
    return facts;
  }
}
