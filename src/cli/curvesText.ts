import { problemSentence } from '../core/report/sentences/problems';
import type { Say } from '../core/report/say';
import { granularity } from '../core/run/axisScan';
import type { Run, Series } from '../core/run/run';
import type { PathReading } from '../node/readLogs';

const MOST_PROBLEMS = 5;

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(5))) : String(value);
}

function range(values: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function row(run: Run, series: Series): string[] {
  const values = series.values.view();
  const [low, high] = range(values);
  const whole = low > high ? 'NaN' : `${short(low)} … ${short(high)}`;
  const last = short(values.at(-1) ?? NaN);
  const per = `per ${granularity(run, series)}`;
  return [
    series.name,
    series.split ?? '–',
    series.metric,
    `${series.count} points`,
    per,
    whole,
    last,
  ];
}

/** Columns padded to their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number): number => Math.max(...rows.map(cells => cells[at]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, at) => width(at));
  return rows.map(cells =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function runText(run: Run): string[] {
  const facts = [run.format, run.status === 'unknown' ? '' : run.status];
  if (run.plannedEpochs !== null) facts.push(`${run.plannedEpochs} ${run.unit}s planned`);
  const head = ['curve', 'split', 'metric', 'points', '', 'range', 'last'];
  const title = `${run.name} (${facts.filter(fact => fact !== '').join(', ')})`;
  return [title, ...table([head, ...run.series.map(series => row(run, series))]), ''];
}

/** What was read, for people: a table of curves per run, then what could not be read. */
export function curvesText(reading: PathReading, say: Say): string {
  const lines = reading.runs.flatMap(runText);
  for (const { log, problem } of reading.problems.slice(0, MOST_PROBLEMS)) {
    lines.push(`${log}: ${problemSentence(problem, say)}`);
  }
  const more = reading.problems.length - MOST_PROBLEMS;
  if (more > 0) lines.push(`… and ${more} more problems`);
  if (reading.isFolder && reading.runs.length === 0)
    lines.push(`${reading.path}: no training log found`);
  return lines.join('\n');
}
