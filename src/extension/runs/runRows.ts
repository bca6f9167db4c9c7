import { toldSuggestion } from '../../core/analysis/told';
import type { FoundLog } from '../../core/project/find/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import type { Say } from '../../core/report/say';
import { formatCount, formatNumber } from '../../core/report/sentences/numbers';
import { progressPart, runningLine } from '../../core/report/sentences/running';
import { stateWord } from '../../core/report/sentences/states';
import { suggestionShort } from '../../core/report/sentences/suggestions';
import { shownName } from '../../core/report/shownName';
import { wayOf } from './runWay';

/** How runs are sorted. */
export type RunOrder = 'newest' | 'name' | 'best' | 'state';

/** A run as a row of the view. */
export interface RunRow {
  /** Tells it from all others, and stays the same. */
  readonly key: string;
  readonly log: FoundLog;
  /** null: the log is too large to be read before it is opened. */
  readonly judged: JudgedRun | null;
  /** Which of the runs that begin in its file, counted from 0. */
  readonly index: number;
  /** Folder or experiment as shown, `/` between parts. */
  readonly folder: string;
  readonly name: string;
  /** The name says nothing beside the folder. */
  readonly isPlain: boolean;
  readonly isPinned: boolean;
  readonly isHidden: boolean;
}

/** What the user chose. */
export interface RowChoice {
  readonly order: RunOrder;
  /** Only rows with all of these in their words, whatever the case; '': all. */
  readonly filter: string;
  readonly pinned: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly showsHidden: boolean;
}

/** Rows of logs, sorted and filtered: pinned ones first. `folderOf`: what a folder below one that was searched is called. */
export function runRows(
  logs: Iterable<FoundLog>,
  choice: RowChoice,
  folderOf: (root: string, folder: string) => string,
  say: Say,
): readonly RunRow[] {
  const rows: RunRow[] = [];
  for (const log of logs)
    for (const [judged, index] of runsOf(log)) {
      const key = `${log.path}\n${judged?.run.name ?? ''}`;
      const isHidden = choice.hidden.has(key);
      if (isHidden && !choice.showsHidden) continue;
      const way = wayOf(log, judged);
      const folder = folderOf(log.root, way.folder);
      const isPinned = choice.pinned.has(key);
      rows.push({ ...way, key, log, judged, index, folder, isPinned, isHidden });
    }
  const wanted = choice.filter.toLowerCase().split(/\s+/);
  const isWanted = (words: string) => wanted.every(word => words.includes(word));
  const found = choice.filter === '' ? rows : rows.filter(row => isWanted(wordsOf(row, say)));
  const compare = ORDERS[choice.order];
  return found.sort(
    (a, b) => Number(b.isPinned) - Number(a.isPinned) || compare(a, b) || byName(a, b),
  );
}

/** The runs of a log, each with its number among those that begin in the same file; one without a run that is too large to be read unasked. */
function runsOf({ isLarge, runs }: FoundLog): readonly (readonly [JudgedRun | null, number])[] {
  if (isLarge && runs.length === 0) return [[null, 0]];
  const seen = new Map<string | undefined, number>();
  return runs.map(judged => {
    const [first] = judged.run.logs;
    const index = seen.get(first) ?? 0;
    seen.set(first, index + 1);
    return [judged, index];
  });
}

/** What the run is called in its row. */
export function rowName({ name }: RunRow): string {
  return shownName(name);
}

/** Files of a run, as `Run.logs` has them. */
export function filesOf({ log, judged }: RunRow): readonly string[] {
  return judged?.run.logs ?? log.files.map(file => file.log);
}

/** `best 0.312 @ 21 · suggested 34 (30–41) · epoch 50`; how far it is while it is written. */
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

/** The same where there is little room: `best 0.312 @ 21 → 34 (30–41) · epoch 50`. */
export function rowShort(row: RunRow, say: Say): string {
  const { judged } = row;
  const best = judged?.analysis.best ?? null;
  const suggestion = judged && toldSuggestion(judged.analysis);
  if (!judged || !best || !suggestion || judged.run.status === 'running')
    return rowDescription(row, say);
  const values = { ...bestValues(best), range: suggestionShort(suggestion) };
  return [say('best {value} @ {label} → {range}', values), progressPart(judged, say)].join(' · ');
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

/** Made when something is first sorted: it takes longer than everything else that is done at the start. */
let collator: Intl.Collator | undefined;
const compared = (one: string, other: string): number =>
  (collator ??= new Intl.Collator(undefined, { numeric: true })).compare(one, other);
const byName = (a: RunRow, b: RunRow) =>
  compared(a.folder, b.folder) || compared(rowName(a), rowName(b));

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
    return compared(metric, other);
  }
  const sign = a.judged?.analysis.monitor?.goal === 'max' ? -1 : 1;
  const [mine, theirs] = [bestOf(a), bestOf(b)];
  if (Number.isNaN(mine) || Number.isNaN(theirs))
    return Number(Number.isNaN(mine)) - Number(Number.isNaN(theirs));
  return sign * (mine - theirs);
}

const metricOf = ({ judged }: RunRow) => judged?.analysis.monitor?.metric ?? '';
const bestOf = ({ judged }: RunRow) => judged?.analysis.best?.value ?? NaN;
