import type * as vscode from 'vscode';
import type { ConfigSetting } from '../core/config/setting';
import type { AnalysedRun, Link } from '../core/project/project';

/** A link of a setting in an open document. */
export interface SettingLink {
  /** Tells the setting apart from the others of its file. */
  readonly id: string;
  /** `link.setting` is the setting as it stands in the document now. */
  readonly link: Link;
  /** Where a path in `Run.logs` really is. */
  readonly fileOf: (path: string) => vscode.Uri;
}

/** A total length in a file of the folder that people edit, as it was when the folder was read. */
export interface KnownSetting {
  /** Path of its file, relative to the folder. */
  readonly file: string;
  readonly id: string;
  readonly setting: ConfigSetting;
}

/** A link as it was when the folder was read. */
export interface KnownLink extends KnownSetting {
  readonly link: Link;
}

/** What is known about a folder that was read. */
export interface KnownProject {
  readonly folder: vscode.Uri;
  readonly runs: readonly AnalysedRun[];
  readonly settings: readonly KnownSetting[];
  readonly links: readonly KnownLink[];
}

/** What is known about the config files of a project, as features see it. */
export interface ProjectView {
  /** Links may be others now, in any document. */
  readonly onDidChange: vscode.Event<void>;
  /** The user tied or untied runs, and the links say so now; fired before `onDidChange`. */
  readonly onDidTie: vscode.Event<void>;
  /** The logs in which a curve was found so far. */
  readonly logs: readonly vscode.Uri[];
  /**
   * The links of a document's settings; `undefined` while the project is still being read.
   * Asking for them starts the reading, if the document has a setting at all.
   */
  linksOf(document: vscode.TextDocument): readonly SettingLink[] | undefined;
  /**
   * What is known about the folder that a file lies in; `undefined` while it is being read, `null` for a file in none.
   * Asking for it starts the reading.
   */
  projectAt(uri: vscode.Uri): KnownProject | null | undefined;
}
