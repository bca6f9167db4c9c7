import type { AxisView, ComparedRun, RunView, SeriesView, ViewState } from '../core/protocol';
import {
  foundMetrics,
  isOnAxis,
  sectionsOf,
  type ShownChart,
  type ShownSection,
  type ShownSeries,
} from './shownCharts';
import { alone, differences, keyOf, means, overlaidAll, type CurvesStage } from './shownRuns';
import { stylesOf } from './seriesStyle';

export { baselineOf, groupOfSplit, type CurvesStage } from './shownRuns';

/** What is in view: the host's run and the user's choices brought together. */
export interface Shown {
  readonly stage: CurvesStage;
  readonly run: RunView;
  readonly state: ViewState;
  readonly metric: string;
  /** The metrics to choose from. */
  readonly metrics: readonly string[];
  /** Null when no run in view has an axis, so nothing can be drawn. */
  readonly axis: AxisView | null;
  readonly charts: readonly ShownChart[];
  /** The same charts as they stand, closed sections included. */
  readonly sections: readonly ShownSection[];
  /** Metrics that have no value on this axis, so no chart. */
  readonly elsewhere: readonly string[];
  /** How many metrics were found, of which the first ones have a chart. */
  readonly found: number;
}

/** Choices that the run in view does not have fall back to its defaults, and are kept for the next run. */
export function shownOf(stage: CurvesStage, state: ViewState): Shown {
  const { run } = stage;
  const chosen = state.metric;
  const { metrics, series } = metricsInView(stage, state);
  const metric = chosen !== null && metrics.includes(chosen) ? chosen : (metrics[0] ?? '');
  const own = ownAxis(run.axes, series, state, metric);
  const wanted = state.all ? foundMetrics(metrics, state.find) : [metric];
  const isHere = (each: string) => own === null || isOnAxis(series, each, own.axis);
  const here = wanted.filter(isHere);
  // Where nothing can be drawn, the empty chart says so.
  const found = here.length > 0 ? here : wanted;
  const kept = state.all ? state : { pinned: [], closed: [] };
  const sections = sectionsOf(found, kept, each => seriesOf(stage, state, each));
  const charts = sections.flatMap(section => section.charts);
  const axis = own && isCompared(state) ? widest(own, stage.compared) : own;
  const elsewhere = wanted.filter(each => !found.includes(each));
  const listed = { metrics, charts, sections, elsewhere, found: found.length };
  return { stage, run, state, metric, axis, ...listed };
}

/** The metrics to choose from, and the series that they are of: those of the run in view, then what only runs beside it have. */
function metricsInView({ run, compared }: CurvesStage, state: ViewState) {
  const others = isCompared(state) ? compared.flatMap(each => each.series) : [];
  const metrics = [...new Set([...run.metrics, ...others.map(({ metric }) => metric)])];
  return { metrics, series: [...run.series, ...others] };
}

/** The chosen axis; where the metric in view has no value on it, the first one that it has values on. */
function ownAxis(
  axes: readonly AxisView[],
  series: readonly SeriesView[],
  state: ViewState,
  metric: string,
): AxisView | null {
  const [first = null] = axes;
  const chosen = axes.find(({ axis }) => axis === state.x) ?? first;
  const has = (view: AxisView | null) => view !== null && isOnAxis(series, metric, view.axis);
  if (state.all || has(chosen)) return chosen;
  return axes.find(has) ?? chosen;
}

/** Whether more than the run in view is drawn. */
export function isCompared({ compare }: Pick<ViewState, 'compare'>): boolean {
  return compare !== 'single';
}

/** The axis as far as any of the runs reaches; what the host marked on it is of the run in view. */
function widest(own: AxisView, compared: readonly ComparedRun[]): AxisView {
  const all = compared.flatMap(({ axes }) => axes.filter(({ axis }) => axis === own.axis));
  return {
    ...own,
    from: Math.min(own.from, ...all.map(({ from }) => from)),
    to: Math.max(own.to, ...all.map(({ to }) => to)),
  };
}

function seriesOf(stage: CurvesStage, state: ViewState, metric: string): readonly ShownSeries[] {
  switch (state.compare) {
    case 'single':
      return singles(stage.run, state, metric);
    case 'overlay':
      return overlaidAll(stage, stage.compared, state, metric);
    case 'difference':
      return differences(stage, state, metric);
    case 'mean':
      return means(stage, state, metric);
  }
}

function singles(run: RunView, state: ViewState, metric: string): readonly ShownSeries[] {
  const views = run.series.filter(series => series.metric === metric);
  const styles = stylesOf(views);
  return views.flatMap((view, i) => {
    const style = styles[i];
    const key = keyOf(view);
    const members = [{ run: run.index, series: view.index }];
    if (!style) return [];
    const { name, split } = view;
    return [{ ...alone(key, name, split, state), request: { members, minus: null }, style }];
  });
}

/** Sentences of findings that `after` has and `before` had not, when both are the same run. */
export function newFindings(before: RunView | null, after: RunView): readonly string[] {
  if (before?.index !== after.index || before.name !== after.name) return [];
  const known = new Set(before.findings.map(finding => finding.rule));
  return after.findings.filter(({ rule }) => !known.has(rule)).map(({ sentence }) => sentence);
}
