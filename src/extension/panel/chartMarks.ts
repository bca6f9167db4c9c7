import { toldRange, toldSuggestion } from '../../core/analysis/told';
import type { Analysis, Finding } from '../../core/analysis/analysis';
import type { Evaluations } from '../../core/analysis/evaluations';
import type { AnalysedRun } from '../../core/project/project';
import type { ChartMark, XAxis } from '../../core/protocol';
import { type Drop, dropsOf, raisesOf, rateOf } from '../../core/analysis/rate';
import type { Say } from '../../core/report/say';
import { rateLabel, restartLabel, stoppedLabel } from '../../core/report/sentences/chartLabels';
import { bestLabel, onsetLabel, plannedLabel, rangeLabel } from '../../core/report/sentences/panel';
import type { Places } from '../../core/run/curve';
import type { Run, Series } from '../../core/run/run';
import { placesOf } from './panelAxis';
import { placeOfCount, placeOfRow } from './placement';

/** What the marks of one axis are made of. */
interface Ground {
  readonly run: Run;
  readonly analysis: Analysis;
  readonly series: Series;
  readonly places: Places;
  readonly say: Say;
  readonly ofRow: (row: number) => number;
  readonly ofCount: (count: number) => number;
}

/**
 * What supports the verdict, as marks on an axis: the suggested range, where findings start, the planned end,
 * the best point. None without a series to judge by; none of a mark that has no place on the axis.
 */
export function chartMarks(
  { run, analysis }: AnalysedRun,
  axis: XAxis,
  say: Say,
): readonly ChartMark[] {
  const series = run.series[analysis.monitor?.index ?? -1];
  if (!series) return [];
  const places = placesOf(run, series, axis);
  const ground: Ground = {
    run,
    analysis,
    series,
    places,
    say,
    ofRow: row => placeOfRow(series, places, row),
    ofCount: count => placeOfCount(run, series, places, count),
  };
  const onsets = analysis.findings.map(finding => onset(ground, finding));
  const ends = [stopped(ground), planned(ground), best(ground)];
  return [range(ground), ...onsets, ...schedule(ground), ...ends].filter(
    mark => mark !== null && Number.isFinite(mark.from) && Number.isFinite(mark.to),
  ) as readonly ChartMark[];
}

const PLAIN = { metric: null, value: null, severity: null, rule: null } as const;

function range({ analysis, ofCount, say }: Ground): ChartMark | null {
  const suggestion = toldSuggestion(analysis);
  if (suggestion === null) return null;
  const [low, high] = toldRange(suggestion);
  const [from, to] = [ofCount(low), ofCount(high)];
  return { ...PLAIN, kind: 'range', from, to, label: rangeLabel(suggestion, say) };
}

function onset({ ofRow, say }: Ground, finding: Finding): ChartMark | null {
  const label = onsetLabel(finding, say);
  if (label === null) return null;
  const { rule, severity } = finding;
  const [from, to] = [ofRow(finding.fromRow), ofRow(finding.toRow)];
  return { ...PLAIN, kind: 'onset', from, to, rule, severity, label };
}

/** More steps than this are a staircase that follows a smooth decay. */
const MOST_STEPS = 8;

/** Where the learning rate is lowered at once, and where its schedule begins anew. */
function schedule({ run, ofRow, say }: Ground): readonly ChartMark[] {
  const mark = (kind: 'rate' | 'restart', row: number, label: string): ChartMark => {
    const at = ofRow(row);
    return { ...PLAIN, kind, from: at, to: at, label };
  };
  const { drops, raises } = changesOf(run);
  return [
    ...drops.map(({ row, before, after }) => mark('rate', row, rateLabel(before, after, say))),
    ...raises.map(row => mark('restart', row, restartLabel(say))),
  ];
}

/** The changes of a learning rate that are marked, by the rows in which they stand. */
interface RateChanges {
  readonly drops: readonly (Omit<Drop, 'at'> & { readonly row: number })[];
  readonly raises: readonly number[];
}

/** Every axis shows the same ones. */
const changes = new WeakMap<Run, RateChanges>();

function changesIn(rate: Evaluations | null): RateChanges {
  if (rate === null) return { drops: [], raises: [] };
  const few = <T>(all: readonly T[]): readonly T[] => (all.length > MOST_STEPS ? [] : all);
  return {
    drops: few(dropsOf(rate)).map(({ at, ...values }) => ({ ...values, row: rate.rowAt(at) })),
    raises: few(raisesOf(rate)).map(at => rate.rowAt(at)),
  };
}

function changesOf(run: Run): RateChanges {
  const known = changes.get(run);
  if (known !== undefined) return known;
  const found = changesIn(rateOf(run));
  changes.set(run, found);
  return found;
}

/** The end of a run that early stopping ended. */
function stopped({ run, series, places, say }: Ground): ChartMark | null {
  if (run.status !== 'early-stopped') return null;
  const at = places.xs.at(series.count - 1);
  return { ...PLAIN, kind: 'stopped', from: at, to: at, label: stoppedLabel(say) };
}

/** Only where the plan is counted in what the run counts. */
function planned({ run, ofCount, say }: Ground): ChartMark | null {
  if (run.plannedEpochs === null || (run.unit !== 'epoch' && run.unit !== 'round')) return null;
  const at = ofCount(run.plannedEpochs);
  return {
    ...PLAIN,
    kind: 'planned',
    from: at,
    to: at,
    label: plannedLabel(run.plannedEpochs, say),
  };
}

function best({ analysis, ofRow, say }: Ground): ChartMark | null {
  const { best: point, monitor } = analysis;
  if (point === null || monitor === null) return null;
  const at = ofRow(point.row);
  const { value, epoch } = point;
  const label = bestLabel(value, epoch, say);
  return { ...PLAIN, kind: 'best', from: at, to: at, metric: monitor.metric, value, label };
}
