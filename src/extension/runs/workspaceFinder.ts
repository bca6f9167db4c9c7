import * as vscode from 'vscode';
import { FactsOfFolders } from '../../core/log/folderFacts';
import { looksLikeLogName } from '../../core/log/formats/index';
import type { LogSource } from '../../core/log/tail';
import type {
  FinderListener,
  FindGround,
  FindPreferences,
  FoundLog,
} from '../../core/project/find/foundLog';
import { FoundLogs } from '../../core/project/find/foundLogs';
import { RunFolder } from '../../core/project/find/runFolder';
import { RunFolders } from '../../core/project/find/runFolders';
import { pause } from '../../core/run/pause';
import { factsIn } from '../folderFacts';
import { listFiles } from '../listFiles';
import { baseName } from '../logParts';
import { relativePath } from '../projectFiles';
import type { Finder } from './finder';

/** Logs that are read where each has to come whole through VS Code. */
const MOST_LOGS = 300;
const MOST_FILES = 50_000;
/** Larger logs are read when they are opened. */
const LARGEST = 16_000_000;
/** Milliseconds after it grew that a log counts as being written. */
const RUNNING = 180_000;

/** What a search on the file systems of VS Code needs. */
export interface WorkspaceFinderOptions {
  readonly source: (uri: vscode.Uri) => LogSource;
  readonly preferences: () => FindPreferences;
}

/** Finds logs on the file systems of VS Code (in a browser, or in a virtual workspace): paths are addresses. What is known is looked at again when VS Code says that it changed. */
export class WorkspaceFinder implements Finder {
  readonly #listener: FinderListener;
  readonly #ground: FindGround;
  readonly #preferences: () => FindPreferences;
  readonly #known: FoundLogs;
  #roots: readonly string[] = [];
  #exclude: readonly string[] = [];
  #chosen = '';
  #turn = 0;

  constructor(listener: FinderListener, { source, preferences }: WorkspaceFinderOptions) {
    this.#listener = listener;
    this.#preferences = preferences;
    this.#ground = {
      source: (root, log) => source(uriOf(root, log)),
      facts: (root, paths) => factsIn(vscode.Uri.parse(root), paths),
      pathOf: (root, log) => uriOf(root, log).toString(),
    };
    this.#known = new FoundLogs(listener, this.#ground, 0);
  }

  remember(logs: readonly FoundLog[]): void {
    this.#known.remember(logs);
  }

  find(folders: readonly string[], exclude: readonly string[]): void {
    const chosen = JSON.stringify(this.#preferences());
    if (this.#chosen !== '' && this.#chosen !== chosen) this.#known.clear();
    this.#chosen = chosen;
    this.#roots = folders;
    this.#exclude = exclude;
    void this.#find(folders, exclude, ++this.#turn);
  }

  enter(paths: readonly string[]): void {
    // It may be gone already.
    for (const path of paths) this.#enter(vscode.Uri.parse(path)).catch(() => undefined);
  }

  see(): void {
    // A virtual file system says itself what changes; to go through its folders again may be a request for each of them.
  }

  look(paths: readonly string[]): void {
    void this.#lookAll(paths);
  }

  stop(): void {
    this.#turn++;
    this.#listener.progress({ isDone: true, files: 0 });
  }

  async #find(folders: readonly string[], exclude: readonly string[], turn: number): Promise<void> {
    const met = new RunFolders(this.#ground);
    let files = 0;
    for (const root of folders) {
      const folder = vscode.Uri.parse(root);
      const pattern = new vscode.RelativePattern(folder, '**/*');
      const found = await listFiles(folder, { pattern, exclude, most: MOST_FILES });
      files += found.length;
      const paths = found.flatMap(uri => relativePath(folder, uri) ?? []);
      for (const path of paths.filter(each => FactsOfFolders.concerns(each)))
        met.at(root, path).note(path);
      for (const path of paths.filter(looksLikeLogName).slice(0, MOST_LOGS))
        await this.#add(met.at(root, path), path);
      for (const each of met.take()) {
        if (turn !== this.#turn) return;
        await this.#take(each);
      }
      met.trim();
    }
    if (turn === this.#turn) this.#listener.progress({ isDone: true, files });
  }

  async #enter(folder: vscode.Uri): Promise<void> {
    const { type } = await vscode.workspace.fs.stat(folder);
    if (type !== vscode.FileType.Directory) return;
    const pattern = new vscode.RelativePattern(folder, '**/*');
    const found = await listFiles(folder, { pattern, exclude: this.#exclude, most: MOST_FILES });
    const logs = found.filter(({ path }) => looksLikeLogName(path)).slice(0, MOST_LOGS);
    await this.#lookAll(logs.map(uri => uri.toString()));
  }

  /** Reads files that came, went or changed, with those they belong to. */
  async #lookAll(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.#look(path);
  }

  async #look(path: string): Promise<void> {
    const known = this.#known.at(path);
    const { root, files } = known ?? { root: this.#rootOf(path), files: [] };
    const uri = vscode.Uri.parse(path);
    const log = relativePath(vscode.Uri.parse(root), uri) ?? baseName(uri);
    const folder = new RunFolder(this.#ground, root, known?.facts ?? FactsOfFolders.around(log));
    for (const each of new Set([...files.map(file => file.log), log]))
      await this.#add(folder, each);
    if (known && folder.files.length < files.length) this.#known.drop(known.path);
    if (folder.files.length > 0) await this.#take(folder);
  }

  #rootOf(path: string): string {
    const own = () => vscode.Uri.joinPath(vscode.Uri.parse(path), '..').toString();
    return this.#roots.find(each => path.startsWith(`${each}/`)) ?? own();
  }

  async #add(folder: RunFolder, log: string): Promise<void> {
    const uri = uriOf(folder.root, log);
    try {
      const { size, mtime: modified } = await vscode.workspace.fs.stat(uri);
      const path = uri.toString();
      const file = { log, size, modified };
      const grew = (this.#known.fileAt(path)?.size ?? size) < size;
      folder.add(file, { isNew: this.#known.isNews(path, file), isGrowing: grew });
      if (grew) setTimeout(() => void this.#endRunning(path), RUNNING);
    } catch {
      // It is not there any more.
    }
  }

  /** A log that did not grow for long is not being written any more. */
  async #endRunning(path: string): Promise<void> {
    const known = this.#known.at(path);
    if (known === undefined || Date.now() - known.modified < RUNNING) return;
    const folder = new RunFolder(this.#ground, known.root, known.facts);
    for (const file of known.files) folder.add(file, { isNew: true });
    await this.#take(folder);
  }

  async #take(folder: RunFolder): Promise<void> {
    const known = this.#known.of(folder.root, folder.files);
    const logs = folder.isNew ? await folder.read(this.#preferences(), LARGEST) : known;
    for (const log of logs) this.#known.replace(log);
    this.#known.tell();
    await pause();
  }
}

function uriOf(root: string, log: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(root), log);
}
