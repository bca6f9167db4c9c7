import type { ComparedRun, PanelStage, RunsView } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { moreNotes, noCurve, sizeWords } from '../../core/report/sentences/panel';
import { verdictOfRuns } from '../../core/report/sentences/verdictOfRuns';
import { problemSentence } from '../../core/report/sentences/problems';
import { shownName } from '../../core/report/shownName';
import type { AnalysedRun } from '../../core/project/project';
import type { LogProblem } from '../../core/run/run';
import type { InView } from '../logQuestions';
import type { LogStage } from '../logView';
import { extentsOf } from './axisViews';
import { differingParameters, runItem, toneOf } from './runItem';
import { runNames } from './runNames';
import { runView, seriesViews, type IsMuted } from './runView';

/** As many remarks as anyone reads. */
const MOST_NOTES = 20;

/** As many runs as are listed, and as are drawn beside each other. */
const MOST_RUNS = 1000;
const MOST_COMPARED = 100;

/** What of a log the panel shows. */
export interface ShownLog {
  readonly title: string;
  readonly stage: LogStage;
  readonly runs: readonly AnalysedRun[];
  readonly problems: readonly LogProblem[];
}

type Curves = Extract<PanelStage, { stage: 'curves' }>;

/** What is said of the runs of a log, wherever reading it stands. */
type Said = Omit<Curves, 'version' | 'progress' | 'stale'>;

/** What the panel shows of one log. Said anew only of other runs: while a log is read there is much news of nothing but how far. */
export class PanelStages {
  #of: { readonly runs: readonly AnalysedRun[]; readonly inView: string } | null = null;
  #said: Said | null = null;
  #version = 0;

  stageOf(log: ShownLog, inView: InView, say: Say): PanelStage {
    const of = { runs: log.runs, inView: JSON.stringify(inView) };
    if (of.runs !== this.#of?.runs) this.#version++;
    if (of.runs !== this.#of?.runs || of.inView !== this.#of.inView) {
      this.#said = saidOf(log, inView, say, () => false);
    }
    this.#of = of;
    return staged(log, this.#said, this.#version, say);
  }
}

/** What the panel shows of a log. */
export function panelStage(
  log: ShownLog,
  inView: InView,
  say: Say,
  isMuted: IsMuted = () => false,
): PanelStage {
  return staged(log, saidOf(log, inView, say, isMuted), 0, say);
}

/** Null without runs. */
function saidOf(log: ShownLog, inView: InView, say: Say, isMuted: IsMuted): Said | null {
  const at = runInView(log.runs, inView.run);
  const analysed = log.runs[at];
  if (!analysed) return null;
  const parameters = differingParameters(log.runs);
  const names = runNames(log.runs);
  const compared = comparedRuns(log.runs, inView.compared);
  return {
    stage: 'curves',
    title: shownName(log.title),
    runs: log.runs
      .slice(0, MOST_RUNS)
      .map((run, i) => runItem(run, nameAt(names, i).name, i, parameters, say)),
    parameters: parameters.map(shownName),
    run: { ...runView(analysed, at, say, isMuted), ...nameAt(names, at) },
    compared,
    together: togetherOf(
      compared.flatMap(({ index }) => log.runs[index] ?? []),
      say,
    ),
    notes: notesOf(log, say),
  };
}

function staged(log: ShownLog, said: Said | null, version: number, say: Say): PanelStage {
  const { stage } = log;
  if (said !== null) {
    return {
      ...said,
      version,
      progress: stage.stage === 'loading' ? { bytes: stage.bytes, size: stage.size } : null,
      stale: stage.stage === 'stale' || stage.stage === 'failed' ? stage.reason : null,
    };
  }
  const title = shownName(log.title);
  switch (stage.stage) {
    case 'loading':
      return { stage: 'loading', title, bytes: stage.bytes, size: stage.size };
    case 'current':
      return { stage: 'empty', title, sentences: emptySentences(log, stage.bytes, say) };
    case 'stale':
    case 'failed':
      return { stage: 'error', title, sentences: [stage.reason] };
  }
}

function nameAt(names: readonly string[], at: number): { readonly name: string } {
  return { name: names[at] ?? '' };
}

function togetherOf(runs: readonly AnalysedRun[], say: Say): RunsView | null {
  const verdict = verdictOfRuns(runs, say);
  if (verdict === null) return null;
  const { state, ...words } = verdict;
  return { ...words, tone: toneOf(state) };
}

function comparedRuns(
  runs: readonly AnalysedRun[],
  names: readonly string[] | null,
): readonly ComparedRun[] {
  if (names === null) return [];
  const wanted = new Set(names);
  return runs
    .map(({ run }, index) => ({ run, index, name: runNames(runs)[index] ?? '' }))
    .filter(({ name }) => wanted.size === 0 || wanted.has(name))
    .slice(0, MOST_COMPARED)
    .map(({ run, index, name }) => ({
      ...{ index, name, series: seriesViews(run), axes: extentsOf(run) },
    }));
}

/** Fewer evaluations than this make a launch that ended at once, not a run to look at first. */
const TELLING = 5;

function runInView(runs: readonly AnalysedRun[], index: number | null): number {
  return index !== null && runs[index] ? index : mostTelling(runs);
}

/** The latest run with evaluations enough to judge, else the one with the most of them. */
function mostTelling(runs: readonly AnalysedRun[]): number {
  const telling = runs.findLastIndex(({ analysis }) => analysis.evaluations >= TELLING);
  if (telling >= 0) return telling;
  const counts = runs.map(({ analysis }) => analysis.evaluations);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

function emptySentences(log: ShownLog, bytes: number, say: Say): readonly string[] {
  return [...noCurve(sizeWords(bytes), say), ...notesOf(log, say)];
}

/** What went wrong while reading; that there is no curve is the stage itself. */
function notesOf({ problems }: ShownLog, say: Say): readonly string[] {
  const told = problems.filter(({ code }) => code !== 'no-curve');
  const notes = told.slice(0, MOST_NOTES).map(problem => problemSentence(problem, say));
  const more = told.length - notes.length;
  return more > 0 ? [...notes, moreNotes(more, say)] : notes;
}
