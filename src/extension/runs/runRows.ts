import { toldSuggestion } from '../../core/analysis/told';
import type { FoundLog } from '../../core/project/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import type { Say } from '../../core/report/say';
import { formatCount, formatNumber } from '../../core/report/sentences/numbers';
import { progressPart, runningLine } from '../../core/report/sentences/running';
import { stateWord } from '../../core/report/sentences/states';
import { suggestionShort } from '../../core/report/sentences/suggestions';
import { shownName } from '../../core/report/shownName';

/** How runs are sorted. */
export type RunOrder = 'newest' | 'name' | 'best' | 'state';

/** A run as a row of the view. */
export interface RunRow {
  /** Tells it from all others, and stays the same. */
  readonly key: string;
  readonly log: FoundLog;
  /** null: the log is too large to be read before it is opened. */
  readonly judged: JudgedRun | null;
  /** Which run of its log. */
  readonly index: number;
  /** Folder of the log as shown, `/` between parts. */
  readonly folder: string;
  readonly isPinned: boolean;
  readonly isHidden: boolean;
}

/** What the user chose. */
export interface RowChoice {
  readonly order: RunOrder;
  /** Only rows with this in their words, whatever the case; '': all. */
  readonly filter: string;
  readonly pinned: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly showsHidden: boolean;
}

/** Rows of logs, sorted and filtered: pinned ones first. `folderOf`: what a folder is called. */
export function runRows(
  logs: Iterable<FoundLog>,
  choice: RowChoice,
  folderOf: (path: string) => string,
  say: Say,
): readonly RunRow[] {
  const rows: RunRow[] = [];
  for (const log of logs) {
    const runs = log.isLarge && log.runs.length === 0 ? [null] : log.runs;
    runs.forEach((judged, index) => {
      const key = `${log.path}\n${judged?.run.name ?? ''}`;
      const isHidden = choice.hidden.has(key);
      if (isHidden && !choice.showsHidden) return;
      const isPinned = choice.pinned.has(key);
      rows.push({ key, log, judged, index, folder: folderOf(log.path), isPinned, isHidden });
    });
  }
  const wanted = choice.filter.trim().toLowerCase();
  const found = wanted === '' ? rows : rows.filter(row => wordsOf(row, say).includes(wanted));
  const compare = ORDERS[choice.order];
  return found.sort(
    (a, b) => Number(b.isPinned) - Number(a.isPinned) || compare(a, b) || byName(a, b),
  );
}

/** What the run is called in its row. */
export function rowName({ log, judged }: RunRow): string {
  return shownName(judged?.run.name ?? log.path.slice(log.path.lastIndexOf('/') + 1));
}

/** `0.312 @ 21 · 34 (30–41)`; how far it is while it is written. */
export function rowDescription({ judged }: RunRow, say: Say): string {
  if (judged === null) return say('not read yet');
  if (judged.run.status === 'running') return runningLine(judged, say);
  const { best } = judged.analysis;
  const suggestion = toldSuggestion(judged.analysis);
  const parts = [
    best && say('best {value} @ {label}', bestValues(best)),
    suggestion && say('suggested {range}', { range: suggestionShort(suggestion) }),
    progressPart(judged, say),
  ];
  return parts.filter(part => part !== null).join(' · ');
}

const bestValues = (best: { readonly value: number; readonly epoch: number }) => ({
  value: formatNumber(best.value),
  label: formatCount(best.epoch),
});

function wordsOf(row: RunRow, say: Say): string {
  const { judged, folder } = row;
  const state =
    judged === null ? '' : stateWord(judged.analysis.state, judged.analysis, say, judged.run.unit);
  return `${folder}/${rowName(row)} ${state} ${judged?.run.status ?? ''}`.toLowerCase();
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byName = (a: RunRow, b: RunRow) =>
  collator.compare(a.folder, b.folder) || collator.compare(rowName(a), rowName(b));

/** The worst first. */
const STATES: Readonly<Record<string, number>> = {
  ...{ diverged: 0, overfitting: 1, plateau: 2, noisy: 3, improving: 4, converged: 5 },
  ...{ 'no-validation': 6, 'too-short': 7 },
};
const stateRank = ({ judged }: RunRow) => STATES[judged?.analysis.state ?? ''] ?? 8;

const ORDERS: Readonly<Record<RunOrder, (a: RunRow, b: RunRow) => number>> = {
  newest: (a, b) => b.log.modified - a.log.modified || b.index - a.index,
  name: () => 0,
  best: (a, b) => compareBest(a, b),
  state: (a, b) => stateRank(a) - stateRank(b),
};

/** Values of one metric only can be compared; runs without one come last. */
function compareBest(a: RunRow, b: RunRow): number {
  const [metric, other] = [metricOf(a), metricOf(b)];
  if (metric !== other) {
    if (metric === '' || other === '') return metric === '' ? 1 : -1;
    return collator.compare(metric, other);
  }
  const sign = a.judged?.analysis.monitor?.goal === 'max' ? -1 : 1;
  const [mine, theirs] = [bestOf(a), bestOf(b)];
  if (Number.isNaN(mine) || Number.isNaN(theirs))
    return Number(Number.isNaN(mine)) - Number(Number.isNaN(theirs));
  return sign * (mine - theirs);
}

const metricOf = ({ judged }: RunRow) => judged?.analysis.monitor?.metric ?? '';
const bestOf = ({ judged }: RunRow) => judged?.analysis.best?.value ?? NaN;
