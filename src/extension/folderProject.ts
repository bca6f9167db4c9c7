import * as vscode from 'vscode';
import type { HandTies } from '../core/project/handTies';
import type { ConfigFile } from '../core/project/project';
import { languageOf } from '../core/config/languages/index';
import { TextFacts } from '../core/project/evidence/textFacts';
import { linkInSteps } from '../core/project/link';
import { looksLikeLogName } from '../core/log/formats/index';
import { configPaths } from '../core/project/wholeProject';
import { FactsOfFolders } from '../core/log/folderFacts';
import type { ProjectQuestion, ProjectReader } from '../core/project/projectReading';
import type { Run } from '../core/run/run';
import { Coalesce } from '../core/run/coalesce';
import { knownProject } from './knownProject';
import { every, Lifetime, type Ending } from './lifetime';
import { inSlices } from './pause';
import type { Preferences } from './preferences';
import type { ConfigSettings } from './configSettings';
import { ProjectConfigs } from './projectConfigs';
import type { KnownProject } from './projectView';
import type { ConfigReader } from './reading/readConfig';
import { filesPattern, findProjectFiles, relativePath, type ProjectFiles } from './projectFiles';
import type { ProjectReaders } from './projectReader';

/** What a folder's project needs from outside. */
export interface FolderProjectOptions {
  readonly folder: vscode.Uri;
  readonly runs: ProjectReaders;
  readonly preferences: Preferences;
  readonly settings: ConfigSettings;
  readonly reader: ConfigReader;
  /** What the user said about the runs in it. */
  readonly handTies: HandTies;
  /** Links may be others now; `byHand`: because the user said so. */
  readonly changed: (byHand: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** What is read for the sake of a lens, in bytes: larger logs wait until they are opened. */
const LIMITS = { log: 64_000_000, sum: 400_000_000 };
/** Milliseconds that changes of files are collected for: a training may write several at once. */
const DELAY = 500;
/** A folder that takes long to read is read again only after that many times as long. */
const REST = 4;
/** Milliseconds between looks at the linked logs, which VS Code may not watch. */
const POLL = 5000;

/** The links of one folder: its logs, its configs and which setting made which runs. Reads nothing before `start`. */
export class FolderProject implements Ending {
  readonly folder: vscode.Uri;
  readonly #options: FolderProjectOptions;
  readonly #own = new Lifetime();
  readonly #runs: ProjectReader;
  readonly #configs: ProjectConfigs;
  readonly #readings: Coalesce;
  /** What the configs say to those that link them. */
  readonly #said = new TextFacts();
  /** What is known until something says that it changed; promises, so that a change during the reading counts. */
  #files: Promise<ProjectFiles> | null = null;
  #texts: Promise<readonly ConfigFile[]> | null = null;
  /** Another number: what stands beside the logs may say something else. */
  #listing = 0;
  /** Milliseconds that the last reading took. */
  #lasted = 0;
  #known: KnownProject | undefined;
  /** The user said something that is not in `#known` yet. */
  #saidByHand = false;
  #curves: readonly string[] = [];

  constructor(options: FolderProjectOptions) {
    const { folder, failed, settings, reader } = options;
    this.folder = folder;
    this.#options = options;
    this.#runs = this.#own.add(options.runs(folder));
    this.#configs = new ProjectConfigs(folder, settings, reader);
    this.#readings = this.#own.add(
      new Coalesce(
        () => this.#read(),
        failed,
        () => Math.max(DELAY, REST * this.#lasted),
      ),
    );
  }

  /** `undefined` while the folder is still being read. */
  get known(): KnownProject | undefined {
    return this.#known;
  }

  /** The logs that hold a curve, as far as is known. */
  get logs(): readonly vscode.Uri[] {
    return this.#curves.map(path => vscode.Uri.joinPath(this.folder, path));
  }

  /** Begins to read, and to look at what changes. */
  start(): void {
    if (vscode.workspace.getWorkspaceFolder(this.folder)) this.#watch();
    this.#own.add(every(POLL, () => void this.#poll()));
    void this.#readings.run();
  }

  /** Costs nothing: VS Code watches its folders anyway. */
  #watch(): void {
    const pattern = filesPattern(this.folder);
    const watcher = this.#own.add(vscode.workspace.createFileSystemWatcher(pattern));
    this.#own.add(watcher.onDidChange(uri => this.#see(uri, false)));
    this.#own.add(watcher.onDidCreate(uri => this.#see(uri, true)));
    this.#own.add(watcher.onDidDelete(uri => this.#see(uri, true)));
  }

  /** Links again what is known already: what the user said about it changed. */
  relink(): void {
    this.#saidByHand = true;
    this.#readings.request();
  }

  /** Reads everything again that changed, soon: a config was saved, or a preference changed. */
  refresh(): void {
    this.#forget();
    this.#readings.request();
  }

  dispose(): void {
    this.#own.dispose();
  }

  /** A file of the folder changed, or (`listed`) came or went. */
  #see(uri: vscode.Uri, listed: boolean): void {
    const path = relativePath(this.folder, uri);
    if (path === null || !matters(path, listed)) return;
    if (listed) {
      this.#files = null;
      this.#listing++;
    }
    if (listed || languageOf(path) !== null) this.#texts = null;
    this.#readings.request();
  }

  async #poll(): Promise<void> {
    const linked = new Set<string>();
    for (const { link } of this.#known?.links ?? []) {
      for (const { run } of [...link.runs, ...link.aside]) run.logs.forEach(log => linked.add(log));
    }
    // Where nobody reads any more, there is nothing new.
    const isNew = await this.#runs.refresh([...linked]).catch(() => false);
    if (isNew && !this.#own.ended) this.#readings.request();
  }

  async #read(): Promise<void> {
    const began = Date.now();
    const byHand = this.#saidByHand;
    this.#saidByHand = false;
    try {
      const files = await (this.#files ??= this.#list());
      const { logs, runs } = await this.#runs.read(this.#question(files));
      this.#curves = logs.filter(log => log.hasRuns).map(log => log.path);
      const found = runs.map(({ run }) => run);
      const configs = await (this.#texts ??= this.#readConfigs(files.tree, found));
      const { handTies } = this.#options;
      const project = { files: configs, runs, tree: files.tree, handTies };
      const links = await inSlices(linkInSteps(project, this.#said), () => this.#own.ended);
      if (links === null) return;
      this.#known = knownProject(this.folder, project, links);
    } catch (error) {
      this.#forget();
      // Whoever waits for the first reading is told that there are no runs; the reason is in the output.
      this.#known ??= { folder: this.folder, runs: [], settings: [], links: [] };
      this.#options.changed(byHand);
      throw error;
    }
    this.#lasted = Date.now() - began;
    this.#options.changed(byHand);
  }

  #question({ logs, tree }: ProjectFiles): ProjectQuestion {
    const { preferences } = this.#options;
    return {
      paths: logs,
      facts: tree.filter(path => FactsOfFolders.concerns(path)),
      listing: this.#listing,
      limits: LIMITS,
      preferences: {
        analysis: preferences.analysis(this.folder),
        patterns: preferences.patterns(this.folder).patterns,
      },
    };
  }

  #forget(): void {
    this.#files = null;
    this.#texts = null;
    this.#listing++;
  }

  #list(): Promise<ProjectFiles> {
    const exclude = this.#options.preferences.list('logs.exclude', this.folder);
    return findProjectFiles(this.folder, exclude);
  }

  #readConfigs(tree: readonly string[], runs: readonly Run[]): Promise<readonly ConfigFile[]> {
    const paths = configPaths({ tree, runs });
    const all = new Set([...paths, ...this.#open(runs)]);
    return this.#configs.read([...all], () => this.#own.ended);
  }

  /** Paths of open configs in the folder: they count even where a search leaves them out. */
  #open(runs: readonly Run[]): readonly string[] {
    const logs = new Set(runs.flatMap(run => run.logs));
    return vscode.workspace.textDocuments.flatMap(({ uri, languageId }) => {
      const path = relativePath(this.folder, uri);
      return path === null || logs.has(path) || !languageOf(path, languageId) ? [] : [path];
    });
  }
}

/** Whether a change of this file may change what is known; what a whole folder's end may be has no ending in its name. */
function matters(path: string, listed: boolean): boolean {
  if (/(?:^|\/)(?:\.git|node_modules|site-packages|__pycache__)\//.test(path)) return false;
  const isFolder = listed && !/\.[^/]*$/.test(path);
  return isFolder || looksLikeLogName(path) || languageOf(path) !== null;
}
