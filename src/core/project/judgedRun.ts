import type { Analysis } from '../analysis/analysis';
import { type Course, courseOf } from '../analysis/course';
import type { Run, RunFacts } from '../run/run';
import type { AnalysedRun } from './project';

/** Where a row was logged: `path` as in `Run.logs`, `line` 1-based. */
export interface RowPlace {
  readonly path: string;
  readonly line: number;
}

/** The newest value of the monitored series, and the one before it (NaN: none). */
export interface Newest {
  readonly value: number;
  readonly before: number;
}

/** What is known of a run without its values: little enough to be sent anywhere. */
export interface JudgedRun {
  readonly run: RunFacts;
  readonly analysis: Analysis;
  /** Where the findings of the analysis start, in its order; null: nowhere in a log. */
  readonly places: readonly (RowPlace | null)[];
  /** Where the run starts. */
  readonly start: RowPlace | null;
  /** null without a monitored series, or without a finite value in it. */
  readonly newest: Newest | null;
  /** How its best so far went; null like `newest`. */
  readonly course: Course | null;
}

/** Leaves the columns of a run where they are and takes what is known of it. */
export function judgedRun({ run, analysis }: AnalysedRun): JudgedRun {
  return {
    run: factsOf(run),
    analysis,
    places: analysis.findings.map(({ fromRow }) => rowPlace(run, fromRow)),
    start: rowPlace(run, 0),
    newest: newestOf(run, analysis),
    course: courseIn(run, analysis),
  };
}

function factsOf(run: Run): RunFacts {
  const facts: Partial<Run> = { ...run };
  delete (facts as { rows?: unknown }).rows;
  const series = run.series.map(({ name, metric, split, goal, count }) => {
    return { name, metric, split, goal, count };
  });
  return { ...(facts as RunFacts), series };
}

/** Where a row was logged; null where nothing says so. */
export function rowPlace(run: Run, row: number): RowPlace | null {
  const path = run.logs[run.rows.log.at(row)];
  const line = run.rows.line.at(row);
  return path === undefined || line < 1 ? null : { path, line };
}

function newestOf(run: Run, { monitor }: Analysis): Newest | null {
  const values = run.series[monitor?.index ?? -1]?.values;
  if (values === undefined) return null;
  let at = values.length - 1;
  while (at >= 0 && !Number.isFinite(values.at(at))) at--;
  return at < 0 ? null : { value: values.at(at), before: values.at(at - 1) };
}

/** An analysis that is kept for a while, as it takes long, keeps its course. */
const courses = new WeakMap<Analysis, Course | null>();

function courseIn(run: Run, analysis: Analysis): Course | null {
  const known = courses.get(analysis);
  if (known !== undefined) return known;
  const course = courseOf(run, analysis);
  courses.set(analysis, course);
  return course;
}
