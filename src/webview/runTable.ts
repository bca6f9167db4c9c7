import type { PanelWords, RunItem, ShownValue } from '../core/protocol';
import type { Choose } from './controlKinds';
import { button, ContentSlot, element } from './elements';
import { counted, fill } from './numbers';
import { filteredRuns, sortedRuns, type RunColumn, type RunOrder } from './runOrder';
import { runLooks, type RunLook } from './runLooks';
import { styleOfRun } from './seriesStyle';
import { swatchOf } from './swatch';
import type { Colour } from './colour';
import { colourInput, paletteOf } from './colourInput';
import type { CurvesStage, Shown } from './shown';
import { colourIn, type Theme } from './theme';

/** More rows than this at once make a page slow; a filter finds the others. */
const MOST_ROWS = 1000;

const COLUMNS: readonly RunColumn[] = [
  'name',
  'state',
  'best',
  'last',
  'trained',
  'suggested',
  'took',
];

/** The runs of the log as a table: sorted, filtered, with what they differ in, and which of them are drawn. */
export class RunTable {
  readonly element: HTMLDetailsElement;
  readonly #content = element('div', 'table-scroll table-tall');
  readonly #slot = new ContentSlot(this.#content);
  readonly #filter = element('input', 'filter');
  readonly #drawFound: HTMLButtonElement;
  readonly #drawNone: HTMLButtonElement;
  readonly #resetColours: HTMLButtonElement;
  readonly #words: PanelWords;
  readonly #language: string;
  readonly #choose: Choose;
  #order: RunOrder = { by: 'name', down: false };
  #shown: Shown | null = null;
  #theme: Theme | null = null;

  constructor(words: PanelWords, language: string, choose: Choose) {
    this.#words = words;
    this.#language = language;
    this.#choose = choose;
    this.#filter.type = 'search';
    this.#filter.placeholder = words.filterRuns;
    this.#filter.setAttribute('aria-label', words.filterRuns);
    this.#filter.addEventListener('input', () => this.#build());
    this.#drawFound = button(words.drawFound, 'secondary', () => this.#draw(this.#found()));
    this.#drawNone = button(words.drawNone, 'secondary', () => choose({ compare: 'single' }));
    this.#resetColours = button(words.resetColours, 'secondary', () => choose({ colours: {} }));
    this.#resetColours.title = words.ownColours;
    this.#content.tabIndex = 0;
    this.#content.setAttribute('role', 'region');
    this.#content.setAttribute('aria-label', words.runs);
    this.element = element(
      'details',
      'data runs',
      element('summary', '', words.runs),
      element(
        'p',
        'table-actions',
        this.#filter,
        this.#drawFound,
        this.#drawNone,
        this.#resetColours,
      ),
      this.#content,
    );
    this.element.addEventListener('toggle', () => {
      choose({ runs: this.element.open });
      this.#build();
    });
  }

  set open(open: boolean) {
    this.element.open = open;
  }

  show(shown: Shown, theme: Theme): void {
    this.#shown = shown;
    this.#theme = theme;
    this.element.hidden = shown.stage.runs.length < 2;
    this.#build();
  }

  #build(): void {
    if (!this.element.open || this.#shown === null) return;
    const { stage, state } = this.#shown;
    const rows = sortedRuns(this.#found(), this.#order).slice(0, MOST_ROWS);
    this.#drawNone.disabled = state.compare === 'single';
    const drawn = new Set(stage.compared.map(({ index }) => index));
    const lookOf = runLooks(stage, state);
    const looks = [state.compare, state.colours, state.groupBy, this.#theme?.colours];
    this.#resetColours.disabled = Object.keys(state.colours).length === 0;
    const from = [rows, this.#order, [...drawn], stage.run.index, looks, stage.parameters];
    this.#slot.show(from, () => {
      const counts = { shown: rows.length, all: stage.runs.length };
      const text = this.#counts(this.#words.runsShown, counts.shown, counts.all);
      const some = this.#counts(this.#words.drawnOf, drawn.size, counts.all);
      const body = rows.map(run => this.#row(run, stage, drawn, lookOf));
      const head = element('thead', '', element('tr', '', ...this.#titles(stage)));
      const table = element('table', '', head, element('tbody', '', ...body));
      const palette = this.#theme ? [paletteOf(this.#theme)] : [];
      return [
        ...palette,
        element('p', 'muted', drawn.size === 0 ? text : `${text} · ${some}`),
        table,
      ];
    });
  }

  #counts(words: string, shown: number, all: number): string {
    return fill(words, {
      shown: counted(shown, this.#language),
      all: counted(all, this.#language),
    });
  }

  #found(): readonly RunItem[] {
    return filteredRuns(this.#shown?.stage.runs ?? [], this.#filter.value);
  }

  /** Draws exactly these beside each other. */
  #draw(runs: readonly RunItem[]): void {
    const compare = this.#shown?.state.compare ?? 'single';
    this.#choose({
      compared: runs.map(({ name }) => name),
      compare: compare === 'single' ? 'overlay' : compare,
    });
  }

  #titles({ parameters }: CurvesStage): readonly HTMLElement[] {
    const words: Readonly<Record<RunColumn, string>> = {
      name: this.#words.run,
      state: this.#words.state,
      best: this.#words.best,
      last: this.#words.last,
      trained: this.#words.trained,
      suggested: this.#words.suggested,
      took: this.#words.took,
    };
    const own = COLUMNS.map(column => this.#title(column, words[column]));
    const named = parameters.map((name, i) => this.#title(i, name));
    return [title(this.#words.drawn), ...own, ...named];
  }

  /** A title that sorts. */
  #title(by: RunOrder['by'], text: string): HTMLElement {
    const sorted = this.#order.by === by;
    const cell = title('');
    const direction = this.#order.down ? 'descending' : 'ascending';
    cell.setAttribute('aria-sort', sorted ? direction : 'none');
    const arrow = sorted ? (this.#order.down ? ' ↓' : ' ↑') : '';
    const sort = button(text + arrow, 'link sort', () => this.#sort(by));
    sort.dataset['by'] = String(by);
    cell.append(sort);
    return cell;
  }

  #sort(by: RunOrder['by']): void {
    const down = this.#order.by === by ? !this.#order.down : false;
    this.#order = { by, down };
    this.#build();
    const buttons = [...this.#content.querySelectorAll<HTMLButtonElement>('.sort')];
    buttons.find(each => each.dataset['by'] === String(by))?.focus();
  }

  #row(
    run: RunItem,
    stage: CurvesStage,
    drawn: ReadonlySet<number>,
    lookOf: (run: number) => RunLook,
  ): HTMLElement {
    const box = element('input', '');
    box.type = 'checkbox';
    box.checked = drawn.has(run.index);
    box.setAttribute('aria-label', `${this.#words.drawn}: ${run.name}`);
    box.addEventListener('change', () => this.#toggle(run, box.checked));
    const name = element('th', run.index === stage.run.index ? 'current' : '');
    name.scope = 'row';
    name.append(button(run.name, 'link', () => this.#choose({ run: run.index })));
    const values: readonly ShownValue[] = [
      run.best,
      run.last,
      run.trained,
      run.suggested,
      run.took,
    ];
    const dot = element('span', `dot ${run.tone}`);
    dot.setAttribute('aria-hidden', 'true');
    return element(
      'tr',
      '',
      element('td', 'drawn', box, ...this.#looks(run, drawn, lookOf)),
      name,
      element('td', '', dot, ` ${run.stateWord}`),
      ...values.map(({ text }) => element('td', 'value', text)),
      ...run.parameters.map(text => element('td', '', text)),
    );
  }

  /** A piece of its line, of a run that is drawn among others, and what chooses its colour. */
  #looks(
    { index, name }: RunItem,
    drawn: ReadonlySet<number>,
    lookOf: (run: number) => RunLook,
  ): readonly Element[] {
    const [shown, theme] = [this.#shown, this.#theme];
    if (!drawn.has(index) || !shown || !theme || shown.state.compare === 'mean') return [];
    const look = lookOf(index);
    const { colour, dash } = styleOfRun(look.place, null, look.colour);
    const swatch = swatchOf(colourIn(theme, colour), dash);
    if (look.group !== null) return [swatch];
    const { colours } = shown.state;
    const choose = (chosen: Colour) => this.#choose({ colours: { ...colours, [name]: chosen } });
    return [swatch, colourInput(fill(this.#words.colour, { name }), theme, colour, choose)];
  }

  /** Draws a run or not; the first choice turns one run alone into several beside each other. */
  #toggle(run: RunItem, on: boolean): void {
    if (this.#shown === null) return;
    const { stage, state } = this.#shown;
    const single = state.compare === 'single';
    const before = single ? [stage.run.name] : stage.compared.map(({ name }) => name);
    const after = on ? [...before, run.name] : before.filter(name => name !== run.name);
    const compare = single ? 'overlay' : state.compare;
    this.#choose({ compared: [...new Set(after)], compare });
  }
}

function title(text: string): HTMLTableCellElement {
  const cell = element('th', '', text);
  cell.scope = 'col';
  return cell;
}
