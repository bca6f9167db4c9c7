import type { ExplainedField, IgnoredReason } from '../log/explain';
import type { LogMark, LogProblem } from '../log/format';
import { meaningOf } from '../log/name';
import type { PatternProblem } from '../log/patterns/pattern';
import { patternOf } from '../log/patterns/patternOf';
import type { PatternMatch } from '../log/patterns/patternReader';
import type { ExplainedTemplate, ReadField } from './explainer';
import type { LineEnds } from './lineEnds';
import type { Run } from './run';

/** Words about an explanation that later stages take from here. */
export type { ExplainedField, FieldUse, IgnoredReason, SkippedReason } from '../log/explain';
export type { LogMark } from '../log/format';
export type { ExplainedTemplate } from './explainer';

/** Where a run starts, and what says so: the log's own words, a counter that began again, or the beginning of the log. */
export interface RunStart {
  /** 1-based line of its first record; 0: it has none. */
  readonly line: number;
  readonly why: 'first' | 'announced' | 'counter';
  /** As the log calls it. */
  readonly name: string | null;
}

/** How a log was read, and what came of it. */
export interface Explanation {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Id of the format; `null`: no training log. */
  readonly format: string | null;
  /** Ids of the formats that were asked before and said no. */
  readonly asked: readonly string[];
  /** `null`: no text. */
  readonly encoding: string | null;
  readonly lineEnds: LineEnds | null;
  readonly runs: readonly Run[];
  /** One for each run. */
  readonly starts: readonly RunStart[];
  readonly templates: readonly ExplainedTemplate[];
  /** Columns, keys or tags. */
  readonly fields: readonly ExplainedField[];
  /** Values that were read but are no curves. */
  readonly dropped: readonly ExplainedField[];
  readonly marks: readonly LogMark[];
  /** Settings that the log repeats. */
  readonly parameters: number;
  readonly problems: readonly LogProblem[];
  readonly patterns: readonly PatternMatch[];
  readonly patternProblems: readonly PatternProblem[];
  /** A pattern to begin with, made of the line whose like is met most often among those with numbers that are not read; `null`: there is none. */
  readonly suggested: string | null;
}

/** A pattern made of the first line of the most frequent shape that has numbers and is not read. */
export function suggestedPattern(templates: readonly ExplainedTemplate[]): string | null {
  let best: ExplainedTemplate | null = null;
  for (const template of templates) {
    if (template.records > 0 || template.fields.length === 0) continue;
    if (template.lines > (best?.lines ?? 0) && patternOf(template.text) !== '') best = template;
  }
  return best && patternOf(best.text);
}

/** Where each run starts, and why: a mark between its first record and the run before it, else a counter. */
export function startsOf(runs: readonly Run[], marks: readonly LogMark[]): readonly RunStart[] {
  let before = 0;
  return runs.map((run, index): RunStart => {
    const { line: lines } = run.rows;
    const line = run.rows.count === 0 ? 0 : lines.at(0);
    const mark = marks.find(each => each.kind === 'run' && each.line > before && each.line <= line);
    before = run.rows.count === 0 ? before : lines.at(run.rows.count - 1);
    const name = mark?.kind === 'run' ? mark.name : null;
    return { line, name, why: mark ? 'announced' : index === 0 ? 'first' : 'counter' };
  });
}

/** What came out of the format but is no curve of any run, and why. */
export function droppedOf(
  read: readonly ReadField[],
  runs: readonly Run[],
): readonly ExplainedField[] {
  const drawn = new Set(runs.flatMap(run => run.series.map(series => series.name)));
  return read
    .filter(({ name, count }) => count > 0 && !drawn.has(name))
    .map(({ name, split, count }) => ({
      name,
      split,
      use: 'ignored',
      reason: droppedReason(name, count),
    }));
}

function droppedReason(name: string, count: number): IgnoredReason {
  const { kind } = meaningOf(name);
  if (kind === 'noise') return /best/i.test(name) ? 'best' : 'noise';
  return count === 1 && kind !== 'unknown' ? 'single' : 'still';
}
