import type { SeriesView, ViewState } from '../core/protocol';
import type { Colour } from './colour';
import type { Dash } from './seriesStyle';
import { groupOfSplit, type Shown } from './shown';
import type { ShownSeries } from './shownCharts';

/** A switch of the legend. */
export interface LegendItem {
  readonly group: string;
  /** Empty where the style alone is meant. */
  readonly name: string;
  readonly fullName: string;
  readonly split: SeriesView['split'];
  readonly dash: Dash;
  /** Null: the switch is of curves of all colours. */
  readonly colour: Colour | null;
  readonly hidden: boolean;
}

/** More switches than this are a wall; the table of runs has them all. */
const MOST_SWITCHES = 40;

/** One item for each curve; of runs beside each other one for each run, and one for each side that they have. */
export function legendItems({ charts, state }: Shown): readonly LegendItem[] {
  const items = new Map<string, LegendItem>();
  const sides = new Map<string, LegendItem>();
  for (const series of charts.flatMap(chart => chart.series)) {
    const { split, style, run } = series;
    if (!items.has(series.group)) items.set(series.group, itemOf(series, state));
    if (run === null || split === null) continue;
    const group = groupOfSplit(split);
    const hidden = state.hidden.includes(group);
    const side = { group, name: '', fullName: '', split, dash: style.dash, colour: null, hidden };
    if (!sides.has(group)) sides.set(group, side);
  }
  const both = sides.size > 1 || [...sides.values()].some(({ hidden }) => hidden);
  return [...[...items.values()].slice(0, MOST_SWITCHES), ...(both ? sides.values() : [])];
}

function itemOf(series: ShownSeries, state: ViewState): LegendItem {
  const { group, name, shortName, run, split, style } = series;
  const looks = { dash: style.dash, colour: style.colour };
  const hidden = state.hidden.includes(group);
  if (run === null) return { group, name, fullName: name, split, ...looks, hidden };
  const isGrouped = group !== `run ${run}`;
  const label = isGrouped ? run : (shortName.split(' · ')[0] ?? run);
  const dash = style.dash === 'dash-dotted' ? style.dash : 'solid';
  return { group, name: label, fullName: run, split: null, ...looks, dash, hidden };
}

/** What is hidden when a switch is used. */
export function toggled(
  { hidden }: Pick<ViewState, 'hidden'>,
  _all: readonly LegendItem[],
  { group }: LegendItem,
): readonly string[] {
  return hidden.includes(group) ? hidden.filter(other => other !== group) : [...hidden, group];
}

/** Only this one of its kind (a curve, a run, a side); all of them where it is the only one already. */
export function isolated(
  { hidden }: Pick<ViewState, 'hidden'>,
  all: readonly LegendItem[],
  item: LegendItem,
): readonly string[] {
  const isSide = item.colour === null;
  const kind = all.filter(({ colour }) => (colour === null) === isSide);
  const others = kind.filter(other => other !== item);
  const elsewhere = hidden.filter(group => kind.every(other => other.group !== group));
  const alone = others.every(other => other.hidden) && !item.hidden;
  return alone ? elsewhere : [...elsewhere, ...others.map(({ group }) => group)];
}
