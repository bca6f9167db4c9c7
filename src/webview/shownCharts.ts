import type { LineRequest, SeriesView, ViewState, XAxis } from '../core/protocol';
import { matcherOf } from './matcher';
import type { SeriesStyle } from './seriesStyle';

/** A line in view, with its style. */
export interface ShownSeries {
  /** What it is known by across runs: a log may call both sides of a metric the same. */
  readonly key: string;
  /** What is switched and stands out together: all curves of a run among others, else the curve alone. */
  readonly group: string;
  readonly name: string;
  /** As the log calls the curve. */
  readonly written: string;
  /** Without what the names of all runs beside each other begin with. */
  readonly shortName: string;
  /** The name of the run among others, or of what it is grouped by; null where the curve stands for itself. */
  readonly run: string | null;
  readonly split: SeriesView['split'];
  readonly request: LineRequest;
  readonly style: SeriesStyle;
  readonly hidden: boolean;
}

/** One metric in a chart of its own. */
export interface ShownChart {
  readonly metric: string;
  readonly isPinned: boolean;
  readonly series: readonly ShownSeries[];
}

/** Charts that stand together; those of a section that is closed are not drawn. */
export interface ShownSection {
  /** Empty for the only one. */
  readonly name: string;
  readonly label: 'pinned' | 'others' | { readonly name: string };
  readonly count: number;
  readonly isOpen: boolean;
  readonly charts: readonly ShownChart[];
}

/** As many charts as a page holds; only those in view are drawn. */
export const MOST_CHARTS = 300;
/** Fewer metrics than this are found without sections. */
const FEW = 6;
const PINNED = '\0pinned';
const OTHERS = '\0others';

/** Metrics in sections: pinned ones, then by what stands in front of the first `/` in the names of their series, as they come. */
export function sectionsOf(
  metrics: readonly string[],
  { pinned, closed }: Pick<ViewState, 'pinned' | 'closed'>,
  seriesOf: (metric: string) => readonly ShownSeries[],
): readonly ShownSection[] {
  const charts = metrics.slice(0, MOST_CHARTS).map(metric => {
    return { metric, isPinned: pinned.includes(metric), series: seriesOf(metric) };
  });
  const groups = new Map<string, ShownChart[]>();
  for (const chart of [...charts.filter(isPinned), ...charts.filter(one => !isPinned(one))]) {
    const name = isPinned(chart) ? PINNED : prefixOf(chart);
    groups.set(name, [...(groups.get(name) ?? []), chart]);
  }
  const isFew = charts.length < FEW || groups.size < 2;
  const sections = isFew && !groups.has(PINNED) ? [['', charts] as const] : [...groups];
  return sections.map(([name, members]) => {
    const isOpen = name === '' || !closed.includes(name);
    const label = name === PINNED ? 'pinned' : name === OTHERS ? 'others' : { name };
    return { name, label, count: members.length, isOpen, charts: isOpen ? members : [] };
  });
}

const isPinned = (chart: ShownChart): boolean => chart.isPinned;

/** What the names of all series of a metric begin with, as far as it says more than the metric itself. */
function prefixOf({ metric, series }: ShownChart): string {
  const prefixes = new Set(
    series.map(({ written }) => written.slice(0, Math.max(0, written.indexOf('/')))),
  );
  const [first = ''] = prefixes;
  return prefixes.size === 1 && first !== '' && first !== metric ? first : OTHERS;
}

/** Whether a metric has values on an axis. */
export function isOnAxis(series: readonly SeriesView[], metric: string, axis: XAxis): boolean {
  return series.some(one => one.metric === metric && one.axes.includes(axis));
}

/** The metrics to choose from that a text names: by every word, whatever the case, or as `/expression/`; all of them where none does. */
export function foundMetrics(metrics: readonly string[], text: string): readonly string[] {
  const matches = matcherOf(text);
  const found = metrics.filter(name => matches(name));
  return found.length > 0 ? found : metrics;
}
