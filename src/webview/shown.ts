import type {
  AxisView,
  ComparedRun,
  LineRequest,
  PanelStage,
  RunView,
  SeriesView,
  ViewState,
} from '../core/protocol';
import {
  foundMetrics,
  isOnAxis,
  sectionsOf,
  type ShownChart,
  type ShownSection,
  type ShownSeries,
} from './shownCharts';
import { shortNames } from './shortNames';
import { stylesOf, styleOfRun } from './seriesStyle';

export type CurvesStage = Extract<PanelStage, { stage: 'curves' }>;

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
      return overlaidAll(stage.compared, state, metric);
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

/** A curve that stands for itself. */
function alone(key: string, name: string, split: SeriesView['split'], state: ViewState) {
  const hidden = state.hidden.includes(key);
  return { key, group: key, name, written: name, shortName: name, run: null, split, hidden };
}

function keyOf({ split, name }: SeriesView): string {
  return `${split ?? 'none'} ${name}`;
}

function overlaidAll(
  runs: readonly ComparedRun[],
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const short = shortNames(runs.map(({ name }) => name));
  return runs.flatMap(run => overlaid(run, short.get(run.name) ?? run.name, state, metric));
}

/** What switches the curves of one side of all runs. */
export function groupOfSplit(split: SeriesView['split']): string {
  return `side ${split ?? 'none'}`;
}

/** Curves of a run among others: the run is what tells them apart, the series only where one side has several. */
function overlaid(
  run: ComparedRun,
  short: string,
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const views = run.series.filter(series => series.metric === metric);
  const group = `run ${run.name}`;
  const off = (split: SeriesView['split']) =>
    state.hidden.includes(group) || state.hidden.includes(groupOfSplit(split));
  return views.map(view => {
    const { split } = view;
    const isOneOfMany = views.filter(other => other.split === split).length > 1;
    const suffix = isOneOfMany ? ` · ${view.name}` : '';
    return {
      ...{ key: `${keyOf(view)} of ${run.name}`, group, run: run.name, split, hidden: off(split) },
      ...{ name: views.length > 1 ? `${run.name} · ${view.name}` : run.name, written: view.name },
      shortName: `${short}${suffix}`,
      request: { members: [{ run: run.index, series: view.index }], minus: null },
      style: styleOfRun(run.index, split),
    };
  });
}

/** The run that the others are compared with: the chosen one, else the one in view, else the first. */
export function baselineOf(stage: CurvesStage, state: ViewState): ComparedRun | null {
  const { compared, run } = stage;
  return (
    compared.find(({ name }) => name === state.baseline) ??
    compared.find(({ index }) => index === run.index) ??
    compared[0] ??
    null
  );
}

function differences(stage: CurvesStage, state: ViewState, metric: string): readonly ShownSeries[] {
  const baseline = baselineOf(stage, state);
  if (baseline === null) return [];
  const others = stage.compared.filter(run => run !== baseline);
  return overlaidAll(others, state, metric).flatMap(shown => {
    const [member] = shown.request.members;
    const run = others.find(({ index }) => index === member?.run);
    const name = run?.series.find(({ index }) => index === member?.series);
    const base = baseline.series.find(view => name && keyOf(view) === keyOf(name));
    if (!base) return [];
    const minus = { run: baseline.index, series: base.index };
    return [{ ...shown, request: { ...shown.request, minus } }];
  });
}

/** One line for each side of the metric: the mean of all runs that have it. */
function means(stage: CurvesStage, state: ViewState, metric: string): readonly ShownSeries[] {
  const groups = new Map<string, { view: SeriesView; members: LineRequest['members'] }>();
  for (const run of stage.compared) {
    for (const view of run.series.filter(series => series.metric === metric)) {
      const key = keyOf(view);
      const members = [...(groups.get(key)?.members ?? []), { run: run.index, series: view.index }];
      groups.set(key, { view, members });
    }
  }
  const styles = stylesOf([...groups.values()].map(({ view }) => view));
  return [...groups].flatMap(([key, { view, members }], i) => {
    const style = styles[i];
    if (!style) return [];
    const name = `${view.name} · ${members.length}×`;
    const own = { ...alone(key, name, view.split, state), written: view.name };
    return [{ ...own, request: { members, minus: null }, style }];
  });
}

/** Sentences of findings that `after` has and `before` had not, when both are the same run. */
export function newFindings(before: RunView | null, after: RunView): readonly string[] {
  if (before?.index !== after.index || before.name !== after.name) return [];
  const known = new Set(before.findings.map(finding => finding.rule));
  return after.findings.filter(({ rule }) => !known.has(rule)).map(({ sentence }) => sentence);
}
