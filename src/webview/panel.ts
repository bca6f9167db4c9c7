import type { PanelStage, PanelWords, ViewState, WindowData } from '../core/protocol';
import { ChartView } from './chartView';
import type { Choose, PlacedControl } from './controlKinds';
import { controls } from './controls';
import { button, ContentSlot, element, setText } from './elements';
import { Header } from './header';
import type { Host } from './host';
import { Legend } from './legend';
import { fill } from './numbers';
import { Sections } from './sections';
import { newFindings, shownOf, type CurvesStage } from './shown';
import { progressText, Stages } from './stages';
import { TableView } from './tableView';
import { freshViewState, restoreViewState } from './viewState';

/** The page: everything in it made once, and shown anew when the host or the user changes something. */
export class Panel {
  readonly #host: Host;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #header: Header;
  readonly #controls: readonly PlacedControl[];
  readonly #legend: Legend;
  readonly #chart: ChartView;
  readonly #sections: Sections;
  readonly #table: TableView;
  readonly #stages: Stages;
  readonly #reset: HTMLButtonElement;
  readonly #curves: HTMLElement;
  readonly #news = new ContentSlot(element('div', 'news'));
  readonly #live = element('div', 'for-screen-readers');
  #state: ViewState;
  #stage: CurvesStage | null = null;

  constructor(page: HTMLElement, host: Host, log: string, words: PanelWords, language: string) {
    this.#host = host;
    this.#words = words;
    this.#language = language;
    const kept = restoreViewState(host.kept());
    this.#state = kept?.log === log ? kept : freshViewState(log);
    host.keep(this.#state);
    const choose: Choose = choice => this.#choose(choice);
    const send = host.send.bind(host);
    this.#header = new Header(words, send);
    this.#controls = controls.map(control => control(words, choose));
    this.#legend = new Legend(words, choose);
    this.#sections = new Sections(words, send);
    this.#stages = new Stages(words, language);
    this.#table = new TableView(words, language, choose);
    this.#reset = button(words.resetZoom, 'secondary reset', () => this.#chart.resetZoom());
    this.#reset.title = words.zoomHint;
    this.#chart = new ChartView(words, language, {
      ask: (id, request) => send({ type: 'window', id, request }),
      drawn: (lines, axis, complete, zoomed) => {
        this.#reset.disabled = !zoomed;
        this.#table.show(lines, axis, complete);
      },
    });
    this.#curves = this.#layOut();
    page.replaceChildren(this.#header.element, this.#stages.element, this.#curves, this.#live);
  }

  show(stage: PanelStage): void {
    const isCurves = stage.stage === 'curves';
    this.#header.showTitle(stage);
    this.#curves.hidden = !isCurves;
    this.#stages.element.hidden = isCurves;
    if (isCurves) {
      this.#announce(newFindings(this.#stage?.run ?? null, stage.run));
      this.#stage = stage;
      this.#update();
    } else {
      this.#stage = null;
      this.#stages.show(stage);
    }
  }

  receive(data: WindowData): void {
    this.#chart.receive(data);
  }

  restyle(): void {
    this.#chart.restyle();
    if (this.#stage) this.#legend.show(shownOf(this.#stage, this.#state), this.#chart.theme);
  }

  #layOut(): HTMLElement {
    this.#live.setAttribute('aria-live', 'polite');
    this.#table.open = document.body.classList.contains('vscode-using-screen-reader')
      ? true
      : this.#state.table;
    const row = element('div', 'controls', ...this.#controls.map(control => control.element));
    return element(
      'main',
      '',
      this.#news.element,
      row,
      element('div', 'legend-row', this.#legend.element, this.#reset),
      this.#chart.element,
      this.#sections.element,
      this.#table.element,
    );
  }

  #choose(choice: Partial<ViewState>): void {
    const before = this.#state;
    this.#state = { ...before, ...choice };
    this.#host.keep(this.#state);
    const { run } = this.#state;
    if (run !== null && run !== before.run) this.#host.send({ type: 'showRun', run });
    else if (!('table' in choice)) this.#update();
  }

  #update(): void {
    if (this.#stage === null) return;
    const shown = shownOf(this.#stage, this.#state);
    this.#header.show(this.#stage);
    for (const control of this.#controls) control.show(shown);
    this.#legend.show(shown, this.#chart.theme);
    this.#sections.show(this.#stage.run);
    this.#showNews(this.#stage);
    this.#chart.show(shown);
  }

  /** Above the chart: that the file is still being read or is gone, and what was left out. */
  #showNews({ progress, stale, notes }: CurvesStage): void {
    this.#news.show([progress, stale, notes], () => {
      const lines = [];
      if (stale !== null) lines.push(element('p', 'stale', stale));
      if (progress !== null) {
        lines.push(element('p', 'muted', progressText(progress, this.#words, this.#language)));
      }
      if (notes.length > 0) lines.push(this.#notes(notes));
      return lines;
    });
  }

  #notes(notes: readonly string[]): HTMLElement {
    const head = fill(this.#words.notes, { count: String(notes.length) });
    const items = notes.map(note => element('li', '', note));
    return element('details', 'notes', element('summary', '', head), element('ul', '', ...items));
  }

  #announce(sentences: readonly string[]): void {
    if (sentences.length === 0) return;
    const sentence = sentences.join(' ');
    setText(this.#live, fill(this.#words.newFinding, { sentence }));
  }
}
