import * as vscode from 'vscode';
import type { Link } from '../core/project/project';
import type { ConfigSettings } from './configSettings';
import { FolderProject } from './folderProject';
import { Lifetime, type Ending } from './lifetime';
import type { ProjectReaders } from './projectReader';
import type { Preferences } from './preferences';
import { fileOf as shownFile } from './notebookCell';
import { relativePath } from './projectFiles';
import type { HandTieStore } from './handTieStore';
import type { ConfigReader } from './reading/readConfig';
import type { KnownProject, ProjectView, SettingLink } from './projectView';

/** Knows which runs the settings of open configs made; reads a folder only once a config with a setting is open in it. */
export class ProjectService implements ProjectView, Ending {
  readonly onDidChange: vscode.Event<void>;
  readonly onDidTie: vscode.Event<void>;
  readonly #options: ProjectServiceOptions;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #tied = this.#own.add(new vscode.EventEmitter<void>());
  readonly #projects = new Map<string, FolderProject>();
  /** Folders that a command asked about: they stay, whatever is open. */
  readonly #asked = new Set<string>();

  constructor(options: ProjectServiceOptions) {
    this.#options = options;
    this.onDidChange = this.#changed.event;
    this.onDidTie = this.#tied.event;
    this.#own.add(vscode.workspace.onDidSaveTextDocument(saved => void this.#refreshFor(saved)));
    this.#own.add(vscode.workspace.onDidSaveNotebookDocument(saved => this.#refreshAt(saved.uri)));
    this.#own.add(vscode.workspace.onDidCloseTextDocument(() => this.#endUnused()));
    this.#own.add(options.handTies.onDidChange(() => this.#relink()));
    this.#own.add(options.settings.onDidRead(() => this.#changed.fire()));
    this.#own.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#endUnused()));
  }

  get logs(): readonly vscode.Uri[] {
    return [...this.#projects.values()].flatMap(project => project.logs);
  }

  linksOf(document: vscode.TextDocument): readonly SettingLink[] | undefined {
    const settings = this.#options.settings.of(document);
    if (settings === undefined) return undefined;
    if (settings.length === 0) return [];
    const file = shownFile(document);
    const project = this.#projectOf(file);
    if (project === undefined) return [];
    if (project.known === undefined) return undefined;
    const path = relativePath(project.folder, file);
    const links = project.known.links.filter(link => link.file === path);
    const fileOf = (path: string) => vscode.Uri.joinPath(project.folder, path);
    const known = new Map(links.map(each => [each.id, each.link]));
    return settings.flatMap(({ id, setting }) => {
      const link = known.get(id);
      return link === undefined ? [] : [{ id, link: settled({ ...link, setting }), fileOf }];
    });
  }

  projectAt(uri: vscode.Uri): KnownProject | null | undefined {
    const project = this.#projectOf(uri);
    if (project === undefined) return null;
    this.#asked.add(project.folder.toString());
    return project.known;
  }

  /** Reads again what changed: a preference, for example. */
  refresh(): void {
    for (const project of this.#projects.values()) project.refresh();
  }

  dispose(): void {
    for (const project of this.#projects.values()) project.dispose();
    this.#projects.clear();
    this.#own.dispose();
  }

  #relink(): void {
    for (const project of this.#projects.values()) project.relink();
  }

  #projectOf(uri: vscode.Uri): FolderProject | undefined {
    const folder = folderOf(uri);
    if (folder === undefined) return undefined;
    const key = folder.toString();
    const known = this.#projects.get(key);
    if (known) return known;
    const { handTies: store, ...given } = this.#options;
    const changed = (byHand: boolean) => {
      if (byHand) this.#tied.fire();
      this.#changed.fire();
    };
    const project = new FolderProject({ ...given, folder, handTies: store.of(folder), changed });
    this.#projects.set(key, project);
    project.start();
    return project;
  }

  async #refreshFor(document: vscode.TextDocument): Promise<void> {
    const settings = await this.#options.settings.ready(document);
    if (settings.length > 0 && !this.#own.ended) this.#projectOf(shownFile(document))?.refresh();
  }

  /** A notebook was saved: its cells may have printed another run. */
  #refreshAt(uri: vscode.Uri): void {
    const key = folderOf(uri)?.toString() ?? '';
    this.#projects.get(key)?.refresh();
  }

  /** Of one that is still being read nobody knows yet. */
  #mayHaveSettings(document: vscode.TextDocument): boolean {
    return this.#options.settings.of(document)?.length !== 0;
  }

  /** Ends the projects that no open config belongs to any more. */
  #endUnused(): void {
    const used = new Set(
      vscode.workspace.textDocuments
        .filter(document => !document.isClosed && this.#mayHaveSettings(document))
        .map(document => folderOf(shownFile(document))?.toString()),
    );
    for (const [key, project] of this.#projects) {
      if (used.has(key) || (this.#asked.has(key) && isOpen(project.folder))) continue;
      this.#projects.delete(key);
      project.dispose();
    }
  }
}

/** A link with a run that is being written supports no number yet: its curve is cut. */
function settled(link: Link): Link {
  const isRunning = link.runs.some(({ run }) => run.status === 'running');
  return isRunning ? { ...link, suggestion: null, consensus: null } : link;
}

/** What the service needs from outside. */
export interface ProjectServiceOptions {
  readonly settings: ConfigSettings;
  readonly runs: ProjectReaders;
  readonly preferences: Preferences;
  readonly reader: ConfigReader;
  readonly handTies: HandTieStore;
  readonly failed: (error: unknown) => void;
}

const isOpen = (folder: vscode.Uri) => vscode.workspace.getWorkspaceFolder(folder) !== undefined;

/** The workspace folder of a file; for a loose file on disk the folder it stands in; none for what is no file (a diff's old side). */
function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  return folder ?? (uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : undefined);
}
