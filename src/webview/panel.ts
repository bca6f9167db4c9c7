import type { PanelStage, PanelWords, ToPanel, ViewState, WindowData } from '../core/protocol';
import { ChartView } from './chartView';
import type { Choose, PlacedControl } from './controlKinds';
import { controls, moreControls } from './controls';
import { button, element, setText } from './elements';
import { ExportMenu } from './exportMenu';
import { Header } from './header';
import type { Host } from './host';
import { Legend } from './legend';
import { fill } from './numbers';
import { News } from './news';
import { withPatience } from './patienceMarks';
import { RunTable } from './runTable';
import { Sections } from './sections';
import { isCompared, newFindings, shownOf, type CurvesStage, type Shown } from './shown';
import { Stages } from './stages';
import { TableView } from './tableView';
import { toldOf } from './told';
import { freshViewState, looksOf, restoreViewState } from './viewState';

type Hello = Extract<ToPanel, { type: 'hello' }>;

/** The page: everything in it made once, and shown anew when the host or the user changes something. */
export class Panel {
  readonly #host: Host;
  readonly #words: PanelWords;
  readonly #header: Header;
  readonly #controls: readonly PlacedControl[];
  readonly #more: readonly PlacedControl[];
  readonly #legend: Legend;
  readonly #chart: ChartView;
  readonly #sections: Sections;
  readonly #table: TableView;
  readonly #runs: RunTable;
  readonly #stages: Stages;
  readonly #reset: HTMLButtonElement;
  readonly #curves: HTMLElement;
  readonly #news: News;
  readonly #live = element('div', 'for-screen-readers');
  #state: ViewState;
  #stage: CurvesStage | null = null;

  constructor(page: HTMLElement, host: Host, { log, isSeveral, words, language, looks }: Hello) {
    this.#host = host;
    this.#words = words;
    const kept = restoreViewState(host.kept());
    this.#state = kept?.log === log ? kept : freshViewState(log, isSeveral, looks);
    host.keep(this.#state);
    const choose: Choose = choice => this.#choose(choice);
    const send = host.send.bind(host);
    const exports = new ExportMenu(words, send, () => this.#exported());
    this.#header = new Header(words, send, exports.element);
    this.#controls = controls.map(control => control(words, choose));
    this.#more = moreControls.map(control => control(words, choose));
    this.#legend = new Legend(words, choose, key => this.#chart.highlight(key));
    this.#sections = new Sections(words, send);
    this.#stages = new Stages(words, language);
    this.#news = new News(words, language);
    this.#table = new TableView(words, language, choose, text => this.#copy(text));
    this.#runs = new RunTable(words, language, choose);
    this.#reset = button(words.resetZoom, 'secondary reset', () => this.#chart.resetZoom());
    this.#reset.title = words.zoomHint;
    this.#chart = this.#makeChart(language);
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

  receivePlaces(message: Extract<ToPanel, { type: 'places' }>): void {
    this.#chart.receivePlaces(message);
  }

  /** A question for a window that gets no answer. */
  passOver(id: number): void {
    this.#chart.passOver(id);
  }

  /** The cursor in the log stands at a row of a run. */
  pointAt({ run, places }: Extract<ToPanel, { type: 'cursor' }>): void {
    const shown = this.#shown();
    if (!shown?.axis || (!isCompared(this.#state) && run !== shown.run.index)) return;
    this.#chart.pointAt(places[shown.axis.axis] ?? null);
  }

  restyle(): void {
    this.#chart.restyle();
    const shown = this.#shown();
    if (!shown) return;
    this.#legend.show(shown, this.#chart.theme);
    this.#runs.show(shown, this.#chart.theme);
  }

  #makeChart(language: string): ChartView {
    const send = this.#host.send.bind(this.#host);
    return new ChartView(this.#words, language, this.#state.zoom, {
      ask: send,
      choose: choice => this.#choose(choice),
      drawn: (view, complete) => {
        this.#reset.disabled = !view.zoomed;
        const all = view.charts.flatMap(({ drawn }) => drawn ?? []);
        const [first] = all;
        const lines = all.flatMap(chart => chart.lines);
        if (first) this.#table.show(lines, first.axes, complete);
      },
      copy: text => this.#copy(text),
      open: (at, { request }) => {
        const [series] = request.members;
        const axis = this.#shown()?.axis;
        if (series && axis) send({ type: 'openPoint', series, x: axis.axis, at });
      },
    });
  }

  #layOut(): HTMLElement {
    this.#live.setAttribute('aria-live', 'polite');
    const reader = document.body.classList.contains('vscode-using-screen-reader');
    this.#table.open = reader || this.#state.table;
    this.#runs.open = this.#state.runs;
    const more = element('details', 'more', element('summary', '', this.#words.more));
    more.append(element('div', 'controls', ...this.#more.map(control => control.element)));
    return element(
      'main',
      '',
      this.#news.element,
      element('div', 'controls', ...this.#controls.map(control => control.element)),
      more,
      element('div', 'legend-row', this.#legend.element, this.#reset),
      this.#chart.element,
      this.#runs.element,
      this.#sections.element,
      this.#table.element,
    );
  }

  #choose(choice: Partial<ViewState>): void {
    const before = this.#state;
    this.#state = { ...before, ...choice };
    this.#host.keep(this.#state);
    const asked = inView(this.#state);
    if (JSON.stringify(asked) !== JSON.stringify(inView(before))) {
      this.#host.send({ type: 'show', ...asked });
    }
    const looks = looksOf(this.#state);
    if (JSON.stringify(looks) !== JSON.stringify(looksOf(before))) {
      this.#host.send({ type: 'keepLooks', looks });
    }
    // What only says how the page stands already changes nothing in it.
    const standing = Object.keys(choice).every(key => ['table', 'runs', 'zoom'].includes(key));
    if (!standing) this.#update();
  }

  #shown(): Shown | null {
    return this.#stage && withPatience(shownOf(this.#stage, this.#state), this.#words);
  }

  #update(): void {
    const shown = this.#shown();
    if (this.#stage === null || shown === null) return;
    const told = toldOf(this.#stage, this.#state);
    this.#header.show(told);
    for (const control of [...this.#controls, ...this.#more]) control.show(shown);
    this.#legend.show(shown, this.#chart.theme);
    this.#sections.show(told);
    this.#news.show(this.#stage);
    this.#chart.show(shown);
    this.#runs.show(shown, this.#chart.theme);
  }

  #exported() {
    const shown = this.#shown();
    return shown && { shown, view: this.#chart };
  }

  #copy(text: string): void {
    this.#host.send({ type: 'copy', text });
    const count = String(Math.max(0, text.split('\n').length - 2));
    setText(this.#live, fill(this.#words.copied, { count }));
  }

  #announce(sentences: readonly string[]): void {
    if (sentences.length === 0) return;
    const sentence = sentences.join(' ');
    setText(this.#live, fill(this.#words.newFinding, { sentence }));
  }
}

/** What the host has to know of the choices. */
function inView({ run, compare, compared }: ViewState) {
  return { run, compared: compare === 'single' ? null : compared };
}
