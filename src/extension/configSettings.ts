import * as vscode from 'vscode';
import { languageOf } from '../core/config/languages/index';
import type { ConfigSetting, TextNumber } from '../core/config/setting';
import { Lifetime, type Ending } from './lifetime';
import { type NotebookCell, notebookCellOf, notebookText } from './notebookCell';
import {
  type ConfigReader,
  type ConfigText,
  type ReadConfig,
  readConfig,
} from './reading/readConfig';

/** A setting and what tells it apart from the others of its file, whatever its value and place. */
export interface IdentifiedSetting {
  readonly id: string;
  readonly setting: ConfigSetting;
}

/** Larger texts are no configs. */
export const LARGEST_CONFIG = 20_000_000;
/** Characters that are read at once, while whoever asked waits: a few milliseconds. */
const SMALL = 20_000;

/** What was read from a document, or from a notebook. */
interface Read {
  readonly settings: readonly IdentifiedSetting[];
  readonly reading: ReadConfig;
}

/** What was read of one version of it; while another version is being read, when that is done. */
interface State {
  version: string;
  read: Read;
  reading: Promise<void> | null;
}

/** A document, or the notebook that it is a cell of. */
type Owner = vscode.TextDocument | vscode.NotebookDocument;

const NOTHING: Read = { settings: [], reading: { settings: [] } };

/**
 * The epoch settings of open documents, read once per version: short texts at once, longer ones by `reader`, so that
 * nobody waits for them.
 */
export class ConfigSettings implements Ending {
  /** A document that took its time has been read. */
  readonly onDidRead: vscode.Event<void>;
  readonly #reader: ConfigReader;
  readonly #failed: (error: unknown) => void;
  readonly #own = new Lifetime();
  readonly #done = this.#own.add(new vscode.EventEmitter<void>());
  readonly #states = new WeakMap<Owner, State>();

  constructor(reader: ConfigReader, failed: (error: unknown) => void) {
    this.onDidRead = this.#done.event;
    this.#reader = reader;
    this.#failed = failed;
  }

  /** The settings of a document as it is now; none where it is no config, `undefined` while it is being read. */
  of(document: vscode.TextDocument): readonly IdentifiedSetting[] | undefined {
    return this.#known(document)?.settings;
  }

  /** The same once they are read. */
  async ready(document: vscode.TextDocument): Promise<readonly IdentifiedSetting[]> {
    return (await this.read(document)).settings;
  }

  /** Numbers that PyYAML would read as text, in a config as it is now; none while it is being read. */
  textNumbersOf(document: vscode.TextDocument): readonly TextNumber[] {
    return this.#known(document)?.reading.textNumbers ?? [];
  }

  /** All that was read from a document, once it is; nothing where it was closed meanwhile. */
  async read(document: vscode.TextDocument): Promise<Read> {
    while (!document.isClosed) {
      const known = this.#known(document);
      if (known) return known;
      await this.#states.get(ownerOf(document))?.reading;
    }
    return NOTHING;
  }

  /** The setting whose value or key stands at `position`. */
  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<IdentifiedSetting | undefined> {
    const settings = await this.ready(document);
    const offset = document.offsetAt(position);
    return settings.find(({ setting }) => {
      const { start, end, keyStart, keyEnd } = setting;
      return within(offset, start, end) || within(offset, keyStart, keyEnd);
    });
  }

  dispose(): void {
    this.#own.dispose();
  }

  #known(document: vscode.TextDocument): Read | undefined {
    const cell = notebookCellOf(document);
    const owner = cell?.notebook ?? document;
    const read = this.#readingOf(owner);
    return read && cell ? inCell(read, cell) : read;
  }

  /** What is known of a version; `undefined` while it is being read, or waits for an older one to be done. */
  #readingOf(owner: Owner): Read | undefined {
    const before = this.#states.get(owner);
    const version = versionOf(owner);
    if (before?.reading) return undefined;
    if (before?.version === version) return before.read;
    const given = textOf(owner);
    const state: State = { version, read: NOTHING, reading: null };
    this.#states.set(owner, state);
    if (given === null) return NOTHING;
    if (given.text.length > SMALL) {
      state.reading = this.#start(given, state);
      return undefined;
    }
    return (state.read = asRead(readConfig(given)));
  }

  async #start(given: ConfigText, state: State): Promise<void> {
    try {
      state.read = asRead(await this.#reader(given));
    } catch (error) {
      this.#failed(error);
    }
    state.reading = null;
    this.#done.fire();
  }
}

/** Where the value of a setting stands. */
export function valueRange(document: vscode.TextDocument, setting: ConfigSetting): vscode.Range {
  return new vscode.Range(document.positionAt(setting.start), document.positionAt(setting.end));
}

/** Gives each setting an identity: its kind, its path, and which one it is of those that share both. */
export function identified(settings: readonly ConfigSetting[]): readonly IdentifiedSetting[] {
  const seen = new Map<string, number>();
  return settings.map(setting => {
    const name = [setting.kind, setting.keyPath ?? setting.key, setting.cell ?? ''].join('|');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { id: `${name}|${before}`, setting };
  });
}

const ownerOf = (document: vscode.TextDocument): Owner =>
  notebookCellOf(document)?.notebook ?? document;

/** A notebook's own version changes with every line that a cell prints; its settings do not. */
function versionOf(owner: Owner): string {
  if (!isNotebook(owner)) return `${owner.version} ${owner.languageId}`;
  return owner
    .getCells()
    .map(({ document }) => `${document.uri.fragment} ${document.version}`)
    .join();
}

/** The text to read; null for what is no config. The cells of a notebook are read together, because names go from one to the next. */
function textOf(owner: Owner): ConfigText | null {
  const { path } = owner.uri;
  const language = isNotebook(owner) ? undefined : owner.languageId;
  if (languageOf(path, language) === null) return null;
  const text = isNotebook(owner) ? notebookText(owner) : owner.getText();
  return text.length > LARGEST_CONFIG ? null : { path, text, language };
}

const isNotebook = (owner: Owner): owner is vscode.NotebookDocument => 'getCells' in owner;

const asRead = (reading: ReadConfig): Read => ({
  settings: identified(reading.settings),
  reading,
});

/** What of a notebook is about one of its cells. */
function inCell({ settings, reading }: Read, { index }: NotebookCell): Read {
  return { reading, settings: settings.filter(({ setting }) => setting.cell === index) };
}

function within(offset: number, start: number | null, end: number | null): boolean {
  return start !== null && end !== null && offset >= start && offset <= end;
}
