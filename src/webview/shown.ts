import type { AxisView, PanelStage, RunView, SeriesView, ViewState } from '../core/protocol';
import { stylesOf, type SeriesStyle } from './seriesStyle';

export type CurvesStage = Extract<PanelStage, { stage: 'curves' }>;

/** A series of the metric in view, with its style. */
export interface ShownSeries {
  readonly view: SeriesView;
  /** What it is known by across runs: a log may call both sides of a metric the same. */
  readonly key: string;
  readonly style: SeriesStyle;
  readonly hidden: boolean;
}

/** What is in view: the host's run and the user's choices brought together. */
export interface Shown {
  readonly stage: CurvesStage;
  readonly run: RunView;
  readonly state: ViewState;
  readonly metric: string;
  /** Null when the run has no axis, so nothing can be drawn. */
  readonly axis: AxisView | null;
  readonly series: readonly ShownSeries[];
}

/** Choices that the run in view does not have fall back to its defaults, and are kept for the next run. */
export function shownOf(stage: CurvesStage, state: ViewState): Shown {
  const { run } = stage;
  const chosen = state.metric;
  const metric = chosen !== null && run.metrics.includes(chosen) ? chosen : (run.metrics[0] ?? '');
  const axis = run.axes.find(candidate => candidate.axis === state.x) ?? run.axes[0] ?? null;
  const views = run.series.filter(series => series.metric === metric);
  const styles = stylesOf(views);
  const series = views.flatMap((view, i) => {
    const style = styles[i];
    const key = `${view.split ?? 'none'} ${view.name}`;
    return style ? [{ view, key, style, hidden: state.hidden.includes(key) }] : [];
  });
  return { stage, run, state, metric, axis, series };
}

/** Sentences of findings that `after` has and `before` had not, when both are the same run. */
export function newFindings(before: RunView | null, after: RunView): readonly string[] {
  if (before?.index !== after.index || before.name !== after.name) return [];
  const known = new Set(before.findings.map(finding => finding.rule));
  return after.findings.filter(({ rule }) => !known.has(rule)).map(({ sentence }) => sentence);
}
