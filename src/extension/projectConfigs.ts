import * as vscode from 'vscode';
import { detectEncoding } from '../core/log/encoding';
import type { ConfigFile } from '../core/project/project';
import { largestConfig } from '../core/project/wholeProject';
import { type ConfigSettings, LARGEST_CONFIG } from './configSettings';
import type { ConfigReader, ReadConfig } from './reading/readConfig';
import { Slices } from '../core/run/pause';

/** A config file as it was when it was last read. */
interface KnownConfig {
  readonly size: number;
  readonly modified: number;
  /** null: it cannot be read, or is too large. */
  readonly file: ConfigFile | null;
}

/** An open document as it was when it was last read. */
interface KnownDocument {
  readonly version: number;
  readonly file: ConfigFile | null;
}

/** Bytes that tell the encoding. */
const HEAD = 4096;

/**
 * The config files of a folder, read when they changed; what did not change is the same `ConfigFile`. Open documents
 * count as they are on the screen.
 */
export class ProjectConfigs {
  readonly #folder: vscode.Uri;
  readonly #settings: ConfigSettings;
  readonly #reader: ConfigReader;
  readonly #documents = new WeakMap<vscode.TextDocument, KnownDocument>();
  #known = new Map<string, KnownConfig>();

  constructor(folder: vscode.Uri, settings: ConfigSettings, reader: ConfigReader) {
    this.#folder = folder;
    this.#settings = settings;
    this.#reader = reader;
  }

  /** The files at `paths` that can be read, one after the other, until `cancelled`. */
  async read(paths: readonly string[], cancelled: () => boolean): Promise<readonly ConfigFile[]> {
    const open = new Map(vscode.workspace.textDocuments.map(each => [each.uri.toString(), each]));
    const known = new Map<string, KnownConfig>();
    const files: ConfigFile[] = [];
    const slices = new Slices();
    for (const path of paths) {
      if (cancelled()) return files;
      const uri = vscode.Uri.joinPath(this.#folder, path);
      const document = open.get(uri.toString());
      const file = document
        ? await this.#ofDocument(path, document)
        : await this.#ofFile(path, uri, known);
      if (file) files.push(file);
      await slices.rest();
    }
    this.#known = known;
    return files;
  }

  async #ofFile(
    path: string,
    uri: vscode.Uri,
    known: Map<string, KnownConfig>,
  ): Promise<ConfigFile | null> {
    const before = this.#known.get(path);
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      const same = before?.size === size && before.modified === mtime;
      const file = same ? before.file : await this.#fileAt(path, uri, size);
      known.set(path, { size, modified: mtime, file });
      return file;
    } catch {
      return null;
    }
  }

  /** What is open is a config whatever its size; what is not and is large is data. */
  async #ofDocument(path: string, document: vscode.TextDocument): Promise<ConfigFile | null> {
    const before = this.#documents.get(document);
    if (before?.version === document.version) return before.file;
    const { reading } = await this.#settings.read(document);
    const text = document.getText();
    const file = text.length > LARGEST_CONFIG ? null : configFile(path, text, reading);
    this.#documents.set(document, { version: document.version, file });
    return file;
  }

  async #fileAt(path: string, uri: vscode.Uri, size: number): Promise<ConfigFile | null> {
    if (size > largestConfig(path)) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = new TextDecoder(detectEncoding(bytes.subarray(0, HEAD))).decode(bytes);
    return configFile(path, text, await this.#reader({ path, text }));
  }
}

function configFile(path: string, text: string, reading: ReadConfig): ConfigFile {
  const { settings, cells, blocks } = reading;
  const file = { path, text: cells?.join('\n') ?? text, settings };
  return { ...file, ...(cells && { cells }), ...(blocks && { blocks }) };
}
