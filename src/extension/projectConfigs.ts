import * as vscode from 'vscode';
import { detectEncoding } from '../core/log/encoding';
import type { ConfigFile } from '../core/project/project';
import { configFile, largestConfig } from '../core/project/wholeProject';
import { LARGEST_CONFIG } from './configSettings';
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
  readonly #documents = new WeakMap<vscode.TextDocument, KnownDocument>();
  #known = new Map<string, KnownConfig>();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
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
        ? this.#ofDocument(path, document)
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
      const file = same ? before.file : await fileAt(path, uri, size);
      known.set(path, { size, modified: mtime, file });
      return file;
    } catch {
      return null;
    }
  }

  #ofDocument(path: string, document: vscode.TextDocument): ConfigFile | null {
    const before = this.#documents.get(document);
    if (before?.version === document.version) return before.file;
    const text = document.getText();
    // What is open is a config whatever its size; what is not and is large is data.
    const large = text.length > Math.max(LARGEST_CONFIG, largestConfig(path));
    const file = large ? null : configFile(path, text, document.languageId);
    this.#documents.set(document, { version: document.version, file });
    return file;
  }
}

async function fileAt(path: string, uri: vscode.Uri, size: number): Promise<ConfigFile | null> {
  if (size > largestConfig(path)) return null;
  const bytes = await vscode.workspace.fs.readFile(uri);
  const decoder = new TextDecoder(detectEncoding(bytes.subarray(0, HEAD)));
  return configFile(path, decoder.decode(bytes));
}
