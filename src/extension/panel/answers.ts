import { rowPlace } from '../../core/project/judgedRun';
import { runMarkdown } from '../../core/report/runMarkdown';
import type { Say } from '../../core/report/say';
import type { CursorPlaces, LogAnswers, LogQuestion, QuestionOf } from '../logQuestions';
import { csvOf, jsonOf, savedLines } from './curveTable';
import { PanelStages, type ShownLog } from './panelStage';
import { placesOfRow, rowOfLine, rowOfPoint } from './points';
import { windowData } from './windowData';

/** Answers what is asked about a log, from its values; `stages` is what was said of it before. */
export function answerTo(
  log: ShownLog,
  question: LogQuestion,
  say: Say,
  stages = new PanelStages(),
): LogAnswers[keyof LogAnswers] {
  switch (question.kind) {
    case 'panel':
      return stages.stageOf(log, question.inView, say);
    case 'window':
      return windowData(log.runs, question.request, question.id);
    case 'point':
      return pointPlace(log, question);
    case 'places':
      return pointsPlaces(log, question);
    case 'cursor':
      return cursorPlaces(log, question);
    case 'values':
      return valuesOf(log, question);
    case 'markdown': {
      const analysed = log.runs[question.run];
      return analysed ? runMarkdown(analysed, question.image, say) : '';
    }
  }
}

function valuesOf({ runs }: ShownLog, { lines, x, format }: QuestionOf<'values'>): string {
  const saved = savedLines(runs, lines, x);
  return format === 'csv' ? csvOf(saved, x) : jsonOf(saved, x);
}

function pointPlace(
  { runs }: ShownLog,
  { series, x, at }: QuestionOf<'point'>,
): LogAnswers['point'] {
  const run = runs[series.run]?.run;
  const row = rowOfPoint(runs, series, x, at);
  return run === undefined || row === null ? null : rowPlace(run, row);
}

function pointsPlaces(
  { runs }: ShownLog,
  { points, x }: QuestionOf<'places'>,
): LogAnswers['places'] {
  return points.map(({ series, at }) => {
    const run = runs[series.run]?.run;
    const row = rowOfPoint(runs, series, x, at);
    return run === undefined || row === null ? null : placesOfRow(run, row);
  });
}

function cursorPlaces(
  { runs }: ShownLog,
  { path, line }: QuestionOf<'cursor'>,
): CursorPlaces | null {
  const found = rowOfLine(runs, each => each === path, line);
  const run = found && runs[found.run]?.run;
  return found && run ? { run: found.run, places: placesOfRow(run, found.row) } : null;
}
