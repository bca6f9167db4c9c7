import * as vscode from 'vscode';
import { isBinaryFormat } from '../../core/log/formats/index';
import { Lifetime, type Ending } from '../lifetime';
import { addressOf } from '../logAddress';
import { say } from '../say';
import { chosenOfRow, urisOfRow } from './rowAddress';
import type { RowChoice, RunOrder, RunRow } from './runRows';

import type { RunsStore } from './runsStore';
import { type RunNode, RunsTree } from './runsTree';

/** The view, as package.json declares it. */
const VIEW = 'epochLens.runs';
/** What is kept with the workspace. */
const KEY = 'epochLens.runsView';

/** Keys of `when` clauses. */
const FINDING = 'epochLens.findingRuns';
const FOUND = 'epochLens.foundRuns';

interface Kept {
  readonly order: RunOrder;
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

/** What the view needs. */
export interface RunsViewOptions {
  readonly store: RunsStore;
  readonly kept: vscode.Memento;
  readonly uriOf: (path: string) => vscode.Uri;
  /** Opens the curves of a log or of a folder of logs. */
  readonly show: (uri: vscode.Uri) => unknown;
}

/** The view of all runs in the activity bar, and what its menus do. Searching begins when it is first seen. */
export class RunsView implements Ending {
  readonly #options: RunsViewOptions;
  readonly #own = new Lifetime();
  readonly #tree: RunsTree;
  readonly #view: vscode.TreeView<RunNode>;
  #kept: Kept;
  #filter = '';
  #showsHidden = false;

  constructor(options: RunsViewOptions) {
    this.#options = options;
    this.#kept = {
      order: 'newest',
      pinned: [],
      hidden: [],
      ...options.kept.get<Partial<Kept>>(KEY),
    };
    this.#tree = this.#own.add(new RunsTree(options.store, () => this.#choice, options.uriOf));
    this.#view = this.#own.add(
      vscode.window.createTreeView(VIEW, { treeDataProvider: this.#tree, canSelectMany: true }),
    );
    this.#own.add(
      this.#view.onDidExpandElement(({ element }) => this.#tree.noteOpened(element, true)),
    );
    this.#own.add(
      this.#view.onDidCollapseElement(({ element }) => this.#tree.noteOpened(element, false)),
    );
    this.#own.add(this.#view.onDidChangeVisibility(() => this.#begin()));
    this.#own.add(options.store.onDidChange(() => this.#say()));
    this.#begin();
  }

  get #choice(): RowChoice {
    const { order, pinned, hidden } = this.#kept;
    const rows = { pinned: new Set(pinned), hidden: new Set(hidden) };
    return { order, filter: this.#filter, showsHidden: this.#showsHidden, ...rows };
  }

  /** Searches again. */
  async find(): Promise<null> {
    await this.#options.store.find();
    return null;
  }

  stop(): void {
    this.#options.store.stop();
  }

  async sort(): Promise<null> {
    const orders: readonly (vscode.QuickPickItem & { readonly order: RunOrder })[] = [
      { order: 'newest', label: vscode.l10n.t('Newest First') },
      { order: 'name', label: vscode.l10n.t('Name') },
      { order: 'best', label: vscode.l10n.t('Best Value'), detail: vscode.l10n.t('By metric') },
      {
        order: 'state',
        label: vscode.l10n.t('State'),
        detail: vscode.l10n.t('What goes wrong first'),
      },
    ];
    const items = orders.map(each => ({ ...each, picked: each.order === this.#kept.order }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Sort Runs By'),
    });
    if (chosen) await this.#keep({ order: chosen.order });
    return null;
  }

  async filter(): Promise<null> {
    const words = await vscode.window.showInputBox({
      title: vscode.l10n.t('Filter Runs'),
      prompt: vscode.l10n.t('Part of a name, a folder or a state; empty: all runs'),
      value: this.#filter,
    });
    if (words === undefined) return null;
    this.#filter = words;
    this.#tree.refresh();
    this.#say();
    return null;
  }

  showHidden(): void {
    this.#showsHidden = !this.#showsHidden;
    this.#tree.refresh();
  }

  pin(node: unknown, all: unknown): Promise<void> {
    return this.#toggle('pinned', node, all);
  }

  hide(node: unknown, all: unknown): Promise<void> {
    return this.#toggle('hidden', node, all);
  }

  /** Opens the log itself where the run begins; what is no text is shown in the explorer. */
  async openLog(node: unknown): Promise<null> {
    const [row] = rowsOf(node, undefined);
    if (row === undefined) return null;
    const { uriOf } = this.#options;
    const start = row.judged?.start ?? null;
    const [first] = urisOfRow(row, uriOf);
    const uri = start ? vscode.Uri.joinPath(uriOf(row.log.root), start.path) : first;
    if (row.judged !== null && isBinaryFormat(row.judged.run.format))
      await vscode.commands.executeCommand('revealInExplorer', uri);
    else {
      const line = (start?.line ?? 1) - 1;
      const selection = new vscode.Range(line, 0, line, 0);
      await vscode.commands.executeCommand('vscode.open', uri, { selection });
    }
    return null;
  }

  /** Shows the selected runs, and no others, in one chart. */
  async compare(node: unknown, all: unknown): Promise<string | null> {
    const rows = rowsOf(node, all ?? this.#view.selection);
    const chosen = rows.flatMap(row => chosenOfRow(row, this.#options.uriOf));
    const address = addressOf(chosen);
    if (address === null) return vscode.l10n.t('Select the runs to compare in the view of runs.');
    await this.#options.show(address);
    return null;
  }

  dispose(): void {
    this.#own.dispose();
  }

  #begin(): void {
    const { store } = this.#options;
    if (this.#view.visible) void store.start();
    store.see(this.#view.visible);
  }

  async #toggle(list: 'pinned' | 'hidden', node: unknown, all: unknown): Promise<void> {
    const rows = rowsOf(node, all);
    const before = this.#kept[list];
    const isIn = rows.every(row => before.includes(row.key));
    const keys = new Set(rows.map(row => row.key));
    const others = before.filter(key => !keys.has(key));
    await this.#keep({ [list]: isIn ? others : [...others, ...keys] });
  }

  async #keep(part: Partial<Kept>): Promise<void> {
    this.#kept = { ...this.#kept, ...part };
    await this.#options.kept.update(KEY, this.#kept);
    this.#tree.refresh();
  }

  /** Says how the search stands, and what is filtered. */
  #say(): void {
    const { progress, logs } = this.#options.store;
    const isFinding = progress !== null && !progress.isDone;
    void vscode.commands.executeCommand('setContext', FINDING, isFinding);
    void vscode.commands.executeCommand('setContext', FOUND, progress !== null && progress.isDone);
    const running = logs.flatMap(log => log.runs).filter(({ run }) => run.status === 'running');
    this.#view.badge =
      running.length > 0
        ? { value: running.length, tooltip: say('{count} running', { count: running.length }) }
        : undefined;
    const finding = isFinding
      ? say('Looking for logs… {count} files', { count: progress.files })
      : '';
    const filter = this.#filter === '' ? '' : say('Filter: {words}', { words: this.#filter });
    const message = [finding, filter].filter(part => part !== '').join(' · ');
    this.#view.message = message;
  }
}

/** The rows behind what a menu gave: those of a folder are all in it. */
export function rowsOf(node: unknown, all: unknown): readonly RunRow[] {
  const nodes = (Array.isArray(all) && all.length > 0 ? all : [node]) as readonly unknown[];
  return nodes.flatMap(each => {
    if (typeof each !== 'object' || each === null) return [];
    if ('rows' in each) return each.rows as readonly RunRow[];
    return 'key' in each && 'log' in each ? [each as RunRow] : [];
  });
}
