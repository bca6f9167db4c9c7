import * as vscode from 'vscode';
import type { RunState } from '../../core/analysis/analysis';
import type { FoundLog } from '../../core/project/find/foundLog';
import { placeKey } from '../../core/project/find/runFolders';
import type { JudgedRun } from '../../core/project/judgedRun';
import { findingSentence } from '../../core/report/sentences/findings';
import { runningSentences } from '../../core/report/sentences/running';
import { verdict } from '../../core/report/sentences/verdict';
import { commandIds } from '../commands';
import { Lifetime, type Ending } from '../lifetime';
import { escaped } from '../markdown';
import { say } from '../say';
import { neighboursOf } from './neighbours';
import { groupsOf, labelIn, type RunGroup } from './runGroups';
import { addressOfRow } from './rowAddress';
import { rowDescription, rowName, rowShort, runRows, type RowChoice, type RunRow } from './runRows';
import type { RunsStore } from './runsStore';
import { shownFolder } from './shownFolder';

/** A folder with runs, or a run. */
export type RunNode = RunGroup | RunRow;

/** With more rows than this, folders start closed. */
const MOST_OPEN = 60;
/** What a tooltip tells of. */
const MOST_FINDINGS = 5;
const MOST_FILES = 4;

/** The runs of the workspace as a tree, by the folders of their logs. */
export class RunsTree implements vscode.TreeDataProvider<RunNode>, Ending {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #store: RunsStore;
  readonly #choice: () => RowChoice;
  readonly #uriOf: (path: string) => vscode.Uri;
  /** The folders that were opened and closed by hand: what comes later does not turn that round. */
  readonly #opened = new Map<string, boolean>();
  /** How many logs each place holds. */
  #places: ReadonlyMap<string, number> = new Map();
  /** What each row is called where it stands. */
  #labels: ReadonlyMap<string, string> = new Map();

  constructor(store: RunsStore, choice: () => RowChoice, uriOf: (path: string) => vscode.Uri) {
    this.#store = store;
    this.#choice = choice;
    this.#uriOf = uriOf;
    this.onDidChangeTreeData = this.#changed.event;
    this.#own.add(store.onDidChange(() => this.refresh()));
  }

  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#own.dispose();
  }

  /** A folder was opened or closed. */
  noteOpened(node: RunNode, isOpen: boolean): void {
    if ('rows' in node) this.#opened.set(node.folder, isOpen);
  }

  getChildren(node?: RunNode): RunNode[] {
    if (node !== undefined) return 'rows' in node ? [...node.rows] : [];
    this.#places = countsOf(this.#store.logs.map(placeKeyOf));
    const folderOf = shownFolder(this.#uriOf);
    const rows = runRows(this.#store.logs, this.#choice(), folderOf, say);
    const nodes = groupsOf(rows).flatMap((group): RunNode[] =>
      group.rows.length === 1 || group.folder === '' ? [...group.rows] : [group],
    );
    this.#labels = new Map(
      nodes.flatMap(node =>
        'rows' in node
          ? node.rows.map(row => [row.key, labelIn(row, node.folder)] as const)
          : [[node.key, labelIn(node, '')] as const],
      ),
    );
    return nodes;
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    return 'rows' in node ? this.#groupItem(node) : this.#runItem(node);
  }

  /** Tooltips only when they are looked at: there may be thousands of rows. */
  resolveTreeItem(item: vscode.TreeItem, node: RunNode): vscode.TreeItem {
    if (!('rows' in node)) item.tooltip = tooltipOf(node, this.#store.logs);
    return item;
  }

  #isAlone({ log }: RunRow): boolean {
    return this.#places.get(placeKeyOf(log)) === 1;
  }

  #groupItem({ folder, rows }: RunGroup): vscode.TreeItem {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const isOpen = this.#opened.get(folder) ?? this.#store.logs.length <= MOST_OPEN;
    const item = new vscode.TreeItem(folder, isOpen ? Expanded : Collapsed);
    item.id = `folder ${folder}`;
    item.description = String(rows.length);
    item.iconPath = vscode.ThemeIcon.Folder;
    item.contextValue = 'folder';
    return item;
  }

  #runItem(row: RunRow): vscode.TreeItem {
    const item = new vscode.TreeItem(this.#labels.get(row.key) ?? rowName(row));
    item.id = row.key;
    item.description = rowShort(row, say);
    item.iconPath = iconOf(row.judged);
    item.contextValue = `run${row.isPinned ? ' pinned' : ''}${row.isHidden ? ' hidden' : ''}`;
    item.command = {
      command: commandIds.showCurves,
      title: vscode.l10n.t('Show Training Curves'),
      arguments: [addressOfRow(row, this.#uriOf, this.#isAlone(row)).toString()],
    };
    item.accessibilityInformation = {
      label: `${rowName(row)}, ${row.judged ? verdict(row.judged.analysis, row.judged.run, say) : ''} ${rowDescription(row, say)}`,
    };
    return item;
  }
}

const placeKeyOf = ({ root, files }: FoundLog) => placeKey(root, files[0]!.log);

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function tooltipOf(row: RunRow, logs: readonly FoundLog[]): vscode.MarkdownString {
  const { log, judged } = row;
  const files = judged?.run.logs ?? [];
  const paths = files.slice(0, MOST_FILES).map(escaped);
  if (files.length > MOST_FILES)
    paths.push(escaped(say('and {count} more', { count: files.length - MOST_FILES })));
  const lines = [paths.join('  \n')];
  if (judged !== null) {
    const { run, analysis } = judged;
    const [verdictWords = '', ...more] =
      run.status === 'running'
        ? runningSentences(judged, neighboursOf(log, logs), say)
        : [verdict(analysis, run, say), rowDescription(row, say)];
    const findings = analysis.findings.slice(0, MOST_FINDINGS);
    const sentences = findings.map(finding => findingSentence(finding, run, say));
    lines.unshift(`**${escaped(verdictWords)}**`, ...[...more, ...sentences].map(escaped));
  }
  return new vscode.MarkdownString(lines.filter(line => line !== '').join('\n\n'));
}

type Icon = readonly [name: string, color: string | null];

/** Shapes differ, not only colours. */
const ICONS: Readonly<Record<RunState, Icon>> = {
  diverged: ['error', 'list.errorForeground'],
  overfitting: ['warning', 'list.warningForeground'],
  plateau: ['dash', 'list.warningForeground'],
  improving: ['arrow-up', 'charts.blue'],
  converged: ['pass', 'charts.green'],
  noisy: ['pulse', null],
  'too-short': ['circle-large-outline', null],
  'no-validation': ['circle-slash', null],
};

function iconOf(judged: JudgedRun | null): vscode.ThemeIcon {
  if (judged === null) return new vscode.ThemeIcon('file');
  const { analysis, run } = judged;
  const isStalled = analysis.findings.some(({ rule }) => rule === 'stalled');
  const [name, color] = ICONS[analysis.state];
  const shape = isStalled
    ? 'watch'
    : run.status === 'running' && !isBad(analysis.state)
      ? 'play-circle'
      : name;
  return new vscode.ThemeIcon(shape, color === null ? undefined : new vscode.ThemeColor(color));
}

/** A run that goes wrong shows that, whether it goes on or not. */
const isBad = (state: RunState) => state === 'diverged' || state === 'overfitting';
