import type { PanelWords } from '../core/protocol';
import type { Choose } from './controlKinds';
import { ChartSections } from './chartSections';
import { InSight } from './inSight';
import type { MetricChart } from './metricChart';
import type { Shown } from './shown';
import type { ShownChart } from './shownCharts';

/** The charts by their metrics, of which only those that can be seen are drawn. */
export class ChartSet {
  readonly element: HTMLElement;
  readonly #sections: ChartSections;
  readonly #inSight: InSight;
  readonly #create: (metric: string) => MetricChart;
  readonly #charts = new Map<string, MetricChart>();

  /** `changed`: others can be seen. */
  constructor(
    words: PanelWords,
    choose: Choose,
    create: (metric: string) => MetricChart,
    changed: () => void,
  ) {
    this.#sections = new ChartSections(words, choose);
    this.#inSight = new InSight(changed);
    this.#create = create;
    this.element = this.#sections.element;
  }

  get all(): readonly MetricChart[] {
    return [...this.#charts.values()];
  }

  get(metric: string): MetricChart | undefined {
    return this.#charts.get(metric);
  }

  /** As many charts as metrics, in their order; those that stay keep what they are. */
  arrange({ charts, sections, state }: Shown): void {
    const wanted = new Set(charts.map(({ metric }) => metric));
    for (const [metric, chart] of this.#charts) {
      if (wanted.has(metric)) continue;
      this.#inSight.forget(chart.element);
      chart.dispose();
      this.#charts.delete(metric);
    }
    this.#sections.show(sections, state, metric => this.#chartOf(metric).element);
  }

  /** Those of the charts that can be seen; a single one always. */
  seen({ charts, state }: Shown): readonly ShownChart[] {
    return state.all ? charts.filter(({ metric }) => this.#isSeen(metric)) : charts;
  }

  /** Moves the cursor and what stands out in all charts that can be seen. */
  point(cursor: number | null, highlight: string | null): void {
    const isOne = this.#charts.size === 1;
    for (const [metric, chart] of this.#charts)
      if (isOne || this.#isSeen(metric)) chart.point(cursor, highlight);
  }

  #isSeen(metric: string): boolean {
    const chart = this.#charts.get(metric);
    return chart !== undefined && this.#inSight.has(chart.element);
  }

  #chartOf(metric: string): MetricChart {
    const known = this.#charts.get(metric);
    if (known) return known;
    const made = this.#create(metric);
    this.#charts.set(metric, made);
    this.#inSight.watch(made.element);
    return made;
  }
}
