import type * as vscode from 'vscode';
import type { Link } from '../core/project/project';

/** A link of a setting in an open document. */
export interface SettingLink {
  /** Tells the setting apart from the others of its file. */
  readonly id: string;
  /** `link.setting` is the setting as it stands in the document now. */
  readonly link: Link;
  /** Where a path in `Run.logs` really is. */
  readonly fileOf: (path: string) => vscode.Uri;
}

/** What is known about the config files of a project, as features see it. */
export interface ProjectView {
  /** Links may be others now, in any document. */
  readonly onDidChange: vscode.Event<void>;
  /** The logs in which a curve was found so far. */
  readonly logs: readonly vscode.Uri[];
  /**
   * The links of a document's settings; `undefined` while the project is still being read.
   * Asking for them starts the reading, if the document has a setting at all.
   */
  linksOf(document: vscode.TextDocument): readonly SettingLink[] | undefined;
}
