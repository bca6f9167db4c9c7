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
  /** null: no setting in it. */
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

  /** The config files among `paths` that have a setting. */
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
      const text = bytes === null ? '' : new TextDecoder().decode(bytes);
      return { size, modified: mtime, file: configFile(path, text) };
    } catch {
      return { size: -1, modified: -1, file: null };
    }
  }
}

function ofDocument(path: string, document: vscode.TextDocument): KnownConfig {
  const file = configFile(path, document.getText(), document.languageId);
  return { size: -1, modified: -1, file };
}

/** null where the text holds no setting. */
function configFile(path: string, text: string, editorLanguage?: string): ConfigFile | null {
  if (text.length > LARGEST_CONFIG || !mayHoldSettings(text)) return null;
  const settings = languageOf(path, editorLanguage)?.read(text).settings ?? [];
  return settings.length === 0 ? null : { path, text, settings };
}
