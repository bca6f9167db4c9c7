import * as vscode from 'vscode';
import { languageOf } from '../core/config/languages/index';
import { mayHoldSettings } from '../core/config/gate';
import type { ConfigFile } from '../core/project/project';
import { LARGEST_CONFIG } from './configSettings';
import { pause } from './pause';

/** A config file as it was when it was last read. */
interface KnownConfig {
  readonly size: number;
  readonly modified: number;
  /** null: it cannot be read, or is too large. */
  readonly file: ConfigFile | null;
}

/** Milliseconds of reading after which everything else has its turn. */
const SLICE = 15;

/** The config files of a folder, read when they changed. Open documents count as they are on the screen. */
export class ProjectConfigs {
  readonly #folder: vscode.Uri;
  #known = new Map<string, KnownConfig>();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  /** The files at `paths` that can be read. */
  async read(paths: readonly string[]): Promise<readonly ConfigFile[]> {
    const open = new Map(vscode.workspace.textDocuments.map(each => [each.uri.toString(), each]));
    const known = new Map<string, KnownConfig>();
    const files: ConfigFile[] = [];
    let since = Date.now();
    for (const path of paths) {
      const uri = vscode.Uri.joinPath(this.#folder, path);
      const document = open.get(uri.toString());
      const config = document ? ofDocument(path, document) : await this.#ofFile(path, uri);
      known.set(path, config);
      if (config.file) files.push(config.file);
      if (Date.now() - since > SLICE) {
        await pause();
        since = Date.now();
      }
    }
    this.#known = known;
    return files;
  }

  async #ofFile(path: string, uri: vscode.Uri): Promise<KnownConfig> {
    const before = this.#known.get(path);
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      if (before?.size === size && before.modified === mtime) return before;
      const bytes = size > LARGEST_CONFIG ? null : await vscode.workspace.fs.readFile(uri);
      const file = bytes && configFile(path, new TextDecoder().decode(bytes));
      return { size, modified: mtime, file };
    } catch {
      return { size: -1, modified: -1, file: null };
    }
  }
}

function ofDocument(path: string, document: vscode.TextDocument): KnownConfig {
  const text = document.getText();
  const file = text.length > LARGEST_CONFIG ? null : configFile(path, text, document.languageId);
  return { size: -1, modified: -1, file };
}

/** A file without settings counts as well: it may name a log or its folder. */
function configFile(path: string, text: string, editorLanguage?: string): ConfigFile {
  const language = mayHoldSettings(text) ? languageOf(path, editorLanguage) : null;
  return { path, text, settings: language?.read(text).settings ?? [] };
}
