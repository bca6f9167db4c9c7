import type { PanelStage } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import { moreNotes, noCurve, sizeWords } from '../../core/report/sentences/panel';
import { problemSentence } from '../../core/report/sentences/problems';
import { shownName } from '../../core/report/shownName';
import type { AnalysedRun } from '../../core/project/project';
import type { LogView } from '../logView';
import { runItem, runView } from './runView';

/** As many remarks as anyone reads. */
const MOST_NOTES = 20;

/** What of a log the panel shows. */
export type ShownLog = Pick<LogView, 'title' | 'stage' | 'runs' | 'problems'>;

/** What the panel shows of a log, with the run at `index` in view (the one that says most when there is none there). */
export function panelStage(log: ShownLog, index: number | null, say: Say): PanelStage {
  const title = shownName(log.title);
  const { stage } = log;
  const at = runInView(log.runs, index);
  const analysed = log.runs[at];
  if (analysed) {
    return {
      stage: 'curves',
      title,
      runs: log.runs.map((run, i) => runItem(run, i, say)),
      run: runView(analysed, at, say),
      progress: stage.stage === 'loading' ? { bytes: stage.bytes, size: stage.size } : null,
      stale: stage.stage === 'stale' || stage.stage === 'failed' ? stage.reason : null,
      notes: notesOf(log, say),
    };
  }
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
