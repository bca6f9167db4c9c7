import { toldRange, toldSuggestion } from '../../analysis/told';
import { evaluationsOf } from '../../analysis/evaluations';
import type { Analysis, Finding, RuleId, Suggestion } from '../../analysis/analysis';
import type { Run, Series } from '../../run/run';

/** A line of the picture: x in counts of the run's unit, ascending; y as logged. */
export interface Line {
  readonly name: string;
  readonly split: 'train' | 'validation';
  /** The line the verdict is about: solid and thick. */
  readonly judged: boolean;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** A finding, and where it starts in counts. */
export interface Onset {
  readonly finding: Finding;
  readonly count: number;
}

/** What a picture of a run holds, before it has a size. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly best: { readonly x: number; readonly y: number } | null;
  readonly range: { readonly from: number; readonly to: number } | null;
  /** Where a finding starts, and which. */
  readonly onset: Onset | null;
  readonly configured: number | null;
  /** Counts that x must show. */
  readonly domain: readonly [number, number];
}

/** A number configured far beyond the curve would squeeze it; then its line is left out. */
const FARTHEST = 3;

/** The judged series with its training twin; null when the run has nothing to judge. */
export function drawingOf(run: Run, analysis: Analysis, configured: number | null): Drawing | null {
  const { best } = analysis;
  const suggestion = toldSuggestion(analysis);
  const lines = linesOf(run, analysis);
  const domain = domainOf(lines, suggestion?.high ?? 0, configured);
  if (domain === null) return null;
  return {
    lines,
    best: best === null ? null : { x: best.count, y: best.value },
    range: suggestion === null ? null : shadedRange(suggestion),
    onset: onsetOf(analysis.findings),
    configured: configured !== null && configured <= domain[1] ? configured : null,
    domain,
  };
}

function shadedRange(suggestion: Suggestion): Drawing['range'] {
  const [from, to] = toldRange(suggestion);
  return { from, to };
}

function linesOf(run: Run, { monitor }: Analysis): readonly Line[] {
  const series = monitor === null ? undefined : run.series[monitor.index];
  if (monitor === null || series === undefined) return [];
  const twin = run.series.find(
    each => each.metric === monitor.metric && each.split === 'train' && each !== series,
  );
  const judged = lineOf(run, series, true);
  return twin === undefined ? [judged] : [lineOf(run, twin, false), judged];
}

/** Counts to show: the lines, the range, and the configured value unless it is far beyond; null without points. */
function domainOf(
  lines: readonly Line[],
  high: number,
  configured: number | null,
): readonly [number, number] | null {
  const first = Math.min(...lines.map(line => line.xs[0] ?? Infinity));
  const last = Math.max(...lines.map(line => line.xs.at(-1) ?? -Infinity), high);
  if (!(last >= first) || !Number.isFinite(first)) return null;
  // Values that all belong to one moment have no course to show.
  if (first === last && lines.some(({ xs }) => xs.length > 1)) return null;
  const shown = configured !== null && configured <= last * FARTHEST ? configured : last;
  return [first, Math.max(last, shown)];
}

function lineOf(run: Run, series: Series, judged: boolean): Line {
  const points = evaluationsOf(run, series, series.goal ?? 'min');
  const split = series.split === 'train' ? 'train' : 'validation';
  return { name: series.name, split, judged, xs: points.counts, ys: points.values };
}

/** Where the first finding with a place starts; null when none has one. */
function onsetOf(findings: readonly Finding[]): Onset | null {
  for (const finding of findings) {
    const count = finding.evidence[onsetKey(finding.rule)];
    if (typeof count !== 'number' || !Number.isFinite(count)) continue;
    return { finding, count };
  }
  return null;
}

function onsetKey(rule: RuleId): string {
  switch (rule) {
    case 'divergence':
      return 'count';
    case 'overfitting':
      return 'onsetCount';
    case 'plateau':
      return 'sinceCount';
    default:
      return '';
  }
}
