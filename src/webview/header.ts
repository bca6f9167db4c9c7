import type { FromPanel, PanelStage, PanelWords } from '../core/protocol';
import { button, ContentSlot, element, setText } from './elements';
import type { Told } from './told';

/** The top of the panel: what is shown, how it is going in one sentence, and where to go from here. */
export class Header {
  readonly element: HTMLElement;
  readonly #title = element('h1', '');
  readonly #subtitle = element('p', 'subtitle');
  readonly #verdict = element('p', 'verdict');
  readonly #verdictSlot = new ContentSlot(this.#verdict);
  readonly #actions: HTMLElement;
  readonly #report: HTMLElement;
  readonly #exports: HTMLElement;
  #run = 0;

  constructor(words: PanelWords, send: (message: FromPanel) => void, exports: HTMLElement) {
    this.#exports = exports;
    const openLog = () => send({ type: 'openLog', run: this.#run });
    this.#report = button(words.report, 'secondary', () => send({ type: 'report', saves: false }));
    this.#actions = element(
      'div',
      'actions',
      button(words.openLog, 'secondary', openLog),
      this.#report,
      exports,
    );
    const names = element('div', 'names', this.#title, this.#subtitle);
    this.element = element(
      'header',
      '',
      element('div', 'title-row', names, this.#actions),
      this.#verdict,
    );
  }

  showTitle({ title, stage }: PanelStage): void {
    setText(this.#title, title);
    this.#title.title = title;
    const isCurves = stage === 'curves';
    this.#actions.hidden = stage === 'loading';
    this.#report.hidden = !isCurves;
    this.#exports.hidden = !isCurves;
    this.#verdict.hidden = !isCurves;
    this.#subtitle.hidden = !isCurves;
  }

  show({ run, verdictOf }: Told): void {
    this.#run = run.index;
    setText(this.#subtitle, run.subtitle);
    this.#verdictSlot.show([run.tone, run.stateWord, run.verdict, verdictOf], () => {
      const dot = element('span', `dot ${run.tone}`);
      dot.setAttribute('aria-hidden', 'true');
      const [word, rest] = run.verdict.startsWith(run.stateWord)
        ? [run.stateWord, run.verdict.slice(run.stateWord.length)]
        : ['', run.verdict];
      const of = verdictOf === null ? '' : `${verdictOf}: `;
      return [dot, element('span', '', of, element('strong', '', word), rest)];
    });
  }
}
