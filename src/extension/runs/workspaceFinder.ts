import * as vscode from 'vscode';
import { looksLikeLogName } from '../../core/log/formats/index';
import type { FoundLog } from '../../core/project/foundLog';
import { pause } from '../../core/run/pause';
import type { Followed } from '../logView';
import type { Finder, FinderListener } from './finder';

/** Logs that are read where each has to come whole through VS Code. */
const MOST_LOGS = 300;
const MOST_FILES = 50_000;
const LARGEST = 16_000_000;
/** Milliseconds that one log is waited for. */
const PATIENCE = 20_000;

/** Finds logs on the file systems of VS Code (in a browser): paths are addresses. What is known is looked at again when VS Code says that it changed. */
export class WorkspaceFinder implements Finder {
  readonly #listener: FinderListener;
  readonly #open: (uri: vscode.Uri) => Followed;
  readonly #known = new Map<string, FoundLog>();
  #turn = 0;

  constructor(listener: FinderListener, open: (uri: vscode.Uri) => Followed) {
    this.#listener = listener;
    this.#open = open;
  }

  remember(logs: readonly FoundLog[]): void {
    for (const log of logs) this.#known.set(log.path, log);
  }

  find(folders: readonly string[], exclude: readonly string[]): void {
    void this.#find(folders, exclude, ++this.#turn);
  }

  look(paths: readonly string[]): void {
    void this.#lookAll(paths, this.#turn);
  }

  stop(): void {
    this.#turn++;
    this.#listener.progress({ isDone: true, files: 0 });
  }

  async #find(folders: readonly string[], exclude: readonly string[], turn: number): Promise<void> {
    const out = exclude.length > 0 ? `{${exclude.join(',')}}` : undefined;
    let files = 0;
    for (const folder of folders) {
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*');
      const found = await vscode.workspace.findFiles(pattern, out, MOST_FILES);
      files += found.length;
      const logs = found.filter(uri => looksLikeLogName(uri.path)).slice(0, MOST_LOGS);
      await this.#lookAll(
        logs.map(uri => uri.toString()),
        turn,
      );
    }
    if (turn === this.#turn) this.#listener.progress({ isDone: true, files });
  }

  async #lookAll(paths: readonly string[], turn: number): Promise<void> {
    for (const path of paths) {
      if (turn !== this.#turn) return;
      await this.#look(path);
      await pause();
    }
  }

  async #look(path: string): Promise<void> {
    const uri = vscode.Uri.parse(path);
    let stat: vscode.FileStat;
    try {
      stat = await vscode.workspace.fs.stat(uri);
    } catch {
      if (this.#known.delete(path)) this.#listener.gone([path]);
      return;
    }
    const { size, mtime: modified } = stat;
    const known = this.#known.get(path);
    const same = known?.size === size && known.modified === modified;
    const log = same ? known : await this.#fresh(uri, size, modified);
    this.#known.set(path, log);
    this.#listener.found([log]);
  }

  async #fresh(uri: vscode.Uri, size: number, modified: number): Promise<FoundLog> {
    const isLarge = size > LARGEST;
    const runs = isLarge ? [] : await this.#read(uri);
    return { path: uri.toString(), size, modified, runs, isLarge };
  }

  #read(uri: vscode.Uri): Promise<FoundLog['runs']> {
    return new Promise(resolve => {
      const log = this.#open(uri);
      const end = () => {
        clearTimeout(late);
        news.dispose();
        resolve(log.stage.stage === 'current' ? log.runs : []);
        log.dispose();
      };
      const late = setTimeout(end, PATIENCE);
      const news = log.onDidChange(() => {
        if (log.stage.stage !== 'loading') end();
      });
    });
  }
}
