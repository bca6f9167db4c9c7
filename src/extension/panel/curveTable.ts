import type { AnalysedRun } from '../../core/project/project';
import type { LineRequest, XAxis } from '../../core/protocol';
import { meanOf } from '../../core/run/combine';
import { arraysOf, type Curve } from '../../core/run/curve';
import { lineCurves } from './lineCurves';

/** A line as it is saved: every value, whatever was drawn of it. */
export interface SavedLine {
  readonly run: string;
  readonly name: string;
  readonly metric: string;
  readonly split: string | null;
  readonly curve: Curve;
}

/** The lines in full resolution; the mean of several runs and the difference from a baseline are what they are in the chart. */
export function savedLines(
  runs: readonly AnalysedRun[],
  lines: readonly LineRequest[],
  axis: XAxis,
): readonly SavedLine[] {
  return lines.flatMap(line => savedLine(runs, line, axis) ?? []);
}

function savedLine(runs: readonly AnalysedRun[], line: LineRequest, axis: XAxis): SavedLine | null {
  const [first] = line.members;
  const of = first && runs[first.run]?.run;
  const series = first && of?.series[first.series];
  const curves = lineCurves(runs, line, axis);
  const [curve] = curves;
  if (!of || !series || !curve) return null;
  const { name, metric, split } = series;
  if (curves.length === 1) return { run: of.name, name, metric, split, curve };
  const run = `mean of ${curves.length} runs`;
  return { run, name, metric, split, curve: meanOf(curves).mean };
}

/** One row per value: run, series, metric, split, x, value. Numbers exact; NaN and infinities by name. */
export function csvOf(lines: readonly SavedLine[], axis: XAxis): string {
  const rows = [['run', 'series', 'metric', 'split', axis, 'value'].join(',')];
  for (const { run, name, metric, split, curve } of lines) {
    const head = [run, name, metric, split ?? ''].map(quoted).join(',');
    const { xs, ys } = arraysOf(curve);
    xs.forEach((x, i) => rows.push(`${head},${x},${ys[i]!}`));
  }
  return `${rows.join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same as one JSON document; NaN and infinities as strings, as in what the terminal prints. */
export function jsonOf(lines: readonly SavedLine[], axis: XAxis): string {
  const told = lines.map(({ run, name, metric, split, curve }) => ({
    ...{ run, name, metric, split },
    [axis]: Array.from(arraysOf(curve).xs),
    value: Array.from(arraysOf(curve).ys, y => (Number.isFinite(y) ? y : String(y))),
  }));
  return `${JSON.stringify({ axis, series: told }, null, 1)}\n`;
}
