import type { ComparedRun, LineRequest, PanelStage, SeriesView, ViewState } from '../core/protocol';
import { runLooks, type RunLook } from './runLooks';
import { styleOfRun, stylesOf, type SeriesStyle } from './seriesStyle';
import { shortNames } from './shortNames';
import type { ShownSeries } from './shownCharts';

export type CurvesStage = Extract<PanelStage, { stage: 'curves' }>;

/** A curve that stands for itself. */
export function alone(key: string, name: string, split: SeriesView['split'], state: ViewState) {
  const hidden = state.hidden.includes(key);
  return { key, group: key, name, written: name, shortName: name, run: null, split, hidden };
}

/** What a series is known by across runs. */
export function keyOf({ split, name }: SeriesView): string {
  return `${split ?? 'none'} ${name}`;
}

/** The curves of these runs over each other. */
export function overlaidAll(
  stage: CurvesStage,
  runs: readonly ComparedRun[],
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const short = shortNames(runs.map(({ name }) => name));
  const looks = runLooks(stage, state);
  return runs.flatMap(run =>
    overlaid(run, short.get(run.name) ?? run.name, looks(run.index), state, metric),
  );
}

/** Stands for runs that nothing groups. */
const NO_GROUP = '–';

/** What switches the curves of one side of all runs. */
export function groupOfSplit(split: SeriesView['split']): string {
  return `side ${split ?? 'none'}`;
}

/** What switches the curves of a run, and what that is called: the run, or all that it is grouped with. */
function groupOf(
  { group }: RunLook,
  run: string,
): { readonly group: string; readonly label: string } {
  if (group === null) return { group: `run ${run}`, label: run };
  return { group: `group ${group}`, label: group === '' ? NO_GROUP : group };
}

/** Curves of a run among others: the run is what tells them apart, the series only where one side has several. */
function overlaid(
  run: ComparedRun,
  short: string,
  look: RunLook,
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const views = run.series.filter(series => series.metric === metric);
  const { group, label } = groupOf(look, run.name);
  const off = (split: SeriesView['split']) =>
    state.hidden.includes(group) || state.hidden.includes(groupOfSplit(split));
  return views.map(view => {
    const { split } = view;
    const isOneOfMany = views.filter(other => other.split === split).length > 1;
    const suffix = isOneOfMany ? ` · ${view.name}` : '';
    return {
      ...{ key: `${keyOf(view)} of ${run.name}`, group, run: label, split, hidden: off(split) },
      ...{ name: views.length > 1 ? `${run.name} · ${view.name}` : run.name, written: view.name },
      shortName: `${short}${suffix}`,
      request: { members: [{ run: run.index, series: view.index }], minus: null },
      style: styleOfRun(look.place, split, look.colour),
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

/** What the other runs differ in from one of them. */
export function differences(
  stage: CurvesStage,
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const baseline = baselineOf(stage, state);
  if (baseline === null) return [];
  const others = stage.compared.filter(run => run !== baseline);
  return overlaidAll(stage, others, state, metric).flatMap(shown => {
    const [member] = shown.request.members;
    const run = others.find(({ index }) => index === member?.run);
    const name = run?.series.find(({ index }) => index === member?.series);
    const base = baseline.series.find(view => name && keyOf(view) === keyOf(name));
    if (!base) return [];
    const minus = { run: baseline.index, series: base.index };
    return [{ ...shown, request: { ...shown.request, minus } }];
  });
}

/** One line for each side of the metric: the mean of all runs that have it, or of those of each group. */
export function means(
  stage: CurvesStage,
  state: ViewState,
  metric: string,
): readonly ShownSeries[] {
  const looks = runLooks(stage, state);
  const lines = new Map<string, MeanOf>();
  for (const run of stage.compared) {
    const look = looks(run.index);
    for (const view of run.series.filter(series => series.metric === metric)) {
      const key =
        look.group === null ? keyOf(view) : `${keyOf(view)} of ${groupOf(look, '').group}`;
      const members = lines.get(key)?.members ?? [];
      const member = { run: run.index, series: view.index };
      lines.set(key, { view, look, members: [...members, member] });
    }
  }
  const all = [...lines];
  const styles = stylesOf(all.map(([, { view }]) => view));
  return all.map(([key, mean], i) => meanSeries(key, mean, styles[i], state));
}

/** What a mean is of. */
interface MeanOf {
  readonly view: SeriesView;
  readonly look: RunLook;
  readonly members: LineRequest['members'];
}

/** The mean of all runs has the style of its side, that of a group the one of the group. */
function meanSeries(
  key: string,
  { view, look, members }: MeanOf,
  style: SeriesStyle | undefined,
  state: ViewState,
): ShownSeries {
  const { name: written, split } = view;
  const request = { members, minus: null };
  if (look.group === null) {
    const own = alone(key, `${written} · ${members.length}×`, split, state);
    return { ...own, written, request, style: style ?? styleOfRun(0, split) };
  }
  const { group, label } = groupOf(look, '');
  const name = `${label} · ${members.length}×`;
  const hidden = state.hidden.includes(group) || state.hidden.includes(groupOfSplit(split));
  const own = { key, group, name, written, shortName: name, run: label, split, hidden };
  return { ...own, request, style: styleOfRun(look.place, split) };
}
