import type { ExportKind, FromPanel, PanelWord, PanelWords } from '../core/protocol';
import type { ChartView } from './chartView';
import { button, element } from './elements';
import { pngOf, svgOf } from './pictures';
import type { Shown } from './shown';

const WORDS: Readonly<Record<ExportKind, PanelWord>> = {
  png: 'exportPng',
  svg: 'exportSvg',
  csv: 'exportCsv',
  json: 'exportJson',
  markdown: 'exportMarkdown',
};

/** What is exported: the charts in view. Null while there are none. */
type InView = () => { readonly shown: Shown; readonly view: ChartView } | null;

/** A button that opens what can be saved. */
export class ExportMenu {
  readonly element: HTMLDetailsElement;

  constructor(words: PanelWords, send: (message: FromPanel) => void, inView: InView) {
    const choices = (Object.keys(WORDS) as ExportKind[]).map(kind =>
      button(words[WORDS[kind]], 'menu-item', () => {
        this.#close();
        const now = inView();
        if (now) void messageOf(kind, now.shown, now.view).then(send);
      }),
    );
    const report = button(words.exportReport, 'menu-item', () => {
      this.#close();
      send({ type: 'report', saves: true });
    });
    const summary = element('summary', 'secondary', words.export);
    this.element = element(
      'details',
      'menu',
      summary,
      element('div', 'menu-items', ...choices, report),
    );
    this.element.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      this.#close();
      summary.focus();
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.element.contains(relatedTarget);
      if (!inside && relatedTarget !== null) this.#close();
    });
  }

  #close(): void {
    this.element.open = false;
  }
}

async function messageOf(kind: ExportKind, shown: Shown, view: ChartView): Promise<FromPanel> {
  await view.whole();
  const series = shown.charts.flatMap(chart => chart.series.filter(({ hidden }) => !hidden));
  return {
    ...{ type: 'export', kind, run: shown.run.index, picture: await pictureOf(kind, view) },
    lines: series.map(({ request }) => request),
    x: shown.axis?.axis ?? 'step',
    metric: shown.state.all ? 'all' : shown.metric,
  };
}

function pictureOf(kind: ExportKind, view: ChartView): Promise<Uint8Array> {
  switch (kind) {
    case 'png':
    case 'markdown':
      return pngOf(view);
    case 'svg':
      return Promise.resolve(new TextEncoder().encode(svgOf(view)));
    case 'csv':
    case 'json':
      return Promise.resolve(new Uint8Array());
  }
}
