import type { FindingView, FromPanel, PanelWords, ReplayView, RunView } from '../core/protocol';
import { button, ContentSlot, element, icon } from './elements';
import { fill } from './numbers';
import type { Told } from './told';

type Send = (message: FromPanel) => void;

/** Shapes as well as colours: a cross in a circle, a triangle, a letter i. */
const ICONS: Readonly<Record<FindingView['severity'], readonly string[]>> = {
  error: [
    'M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 1 0 8 1.5Z',
    'M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5',
  ],
  warning: ['M8 2L14.5 13.5H1.5Z', 'M8 6.5V10M8 11.4V12.2'],
  information: ['M8 1.5A6.5 6.5 0 1 0 8 14.5A6.5 6.5 0 1 0 8 1.5Z', 'M8 7.2V11.5M8 4.6V5.4'],
};

/** Findings, suggestion and replay of the run in view, beside or below each other as the width allows. */
export class Sections {
  readonly element: HTMLElement;
  readonly #findings = new ContentSlot(element('section', 'findings'));
  readonly #suggestion = new ContentSlot(element('section', 'suggestion'));
  readonly #replay = new ContentSlot(element('section', 'replay'));
  readonly #words: PanelWords;
  readonly #send: Send;

  constructor(words: PanelWords, send: Send) {
    this.#words = words;
    this.#send = send;
    this.element = element(
      'div',
      'sections',
      this.#findings.element,
      this.#suggestion.element,
      this.#replay.element,
    );
  }

  show({ run, verdictOf, findingsOf }: Told): void {
    this.#findings.show([run.index, run.findings, findingsOf], () =>
      this.#findingsOf(run, findingsOf),
    );
    const { suggestion, suggestionReason, caveats, outlook, replay } = run;
    const isTogether = verdictOf === null && findingsOf !== null;
    const told = [suggestion, suggestionReason, caveats, outlook, verdictOf, isTogether];
    this.#suggestion.show(told, () => this.#suggestionOf(run, verdictOf, isTogether));
    this.#replay.show([replay, findingsOf], () => this.#replayOf(replay, findingsOf));
  }

  #findingsOf({ index, findings }: RunView, of: string | null): readonly HTMLElement[] {
    const told = findings.filter(({ muted }) => !muted);
    const count = told.length === 0 ? '' : ` (${told.length})`;
    const head = headOf(this.#words.findings + count, of);
    const list = (some: readonly FindingView[]) =>
      element('ul', 'finding-list', ...some.map(finding => this.#finding(index, finding)));
    const none = element('p', 'muted', this.#words.noFindings);
    const muted = findings.filter(finding => finding.muted);
    const content: HTMLElement[] = [head, told.length === 0 ? none : list(told)];
    if (muted.length > 0) {
      const title = fill(this.#words.muted, { count: String(muted.length) });
      content.push(
        element('details', 'muted-findings', element('summary', '', title), list(muted)),
      );
    }
    return content;
  }

  #finding(run: number, finding: FindingView): HTMLLIElement {
    const { severity, sentence, numbers, remedies, rule, index } = finding;
    const words = this.#words;
    const content: HTMLElement[] = [element('p', '', sentence)];
    if (numbers.length > 0) {
      const list = numbers.map(number => element('li', '', number));
      content.push(element('ul', 'numbers', ...list));
    }
    if (remedies.length > 0) content.push(detailsOf(words.remedies, remedies));
    const show = button(words.showInLog, 'link', () =>
      this.#send({ type: 'openFinding', run, finding: index }),
    );
    const about = button(words.aboutRule, 'link', () => this.#send({ type: 'openRule', rule }));
    const { muted } = finding;
    const mute = button(muted ? words.unmute : words.mute, 'link', () =>
      this.#send({ type: 'mute', run, rule, muted: !muted }),
    );
    for (const link of [show, about, mute]) link.setAttribute('aria-description', sentence);
    content.push(element('p', 'finding-links', show, about, mute));
    const mark = icon(`severity ${severity}`, 16, 16, ...ICONS[severity]);
    return element('li', 'finding', mark, element('div', '', ...content));
  }

  #suggestionOf(
    { suggestion, suggestionReason, caveats, outlook }: RunView,
    of: string | null,
    isTogether: boolean,
  ): readonly HTMLElement[] {
    const head = headOf(this.#words.suggestion, of);
    const missing = element(
      'p',
      'muted',
      isTogether ? this.#words.noCommonSuggestion : this.#words.noSuggestion,
    );
    const content: HTMLElement[] = [
      head,
      suggestion === null ? missing : element('p', 'suggested', suggestion),
    ];
    if (suggestionReason !== null) content.push(element('p', '', suggestionReason));
    if (outlook.length > 0) content.push(element('p', 'outlook', outlook.join(' ')));
    for (const caveat of caveats) content.push(element('p', 'caveat', caveat));
    return content;
  }

  #replayOf(replay: readonly ReplayView[], of: string | null): readonly HTMLElement[] {
    const words = this.#words;
    const head = headOf(words.replay, of);
    if (replay.length === 0) return [head, element('p', 'muted', words.noReplay)];
    const names = [
      words.replayRule,
      words.replayStopped,
      words.replayKept,
      words.replayCost,
      words.replaySaved,
    ];
    const titles = names.map(name => {
      const cell = element('th', '', name);
      cell.scope = 'col';
      return cell;
    });
    const rows = replay.map(({ rule, stopped, kept, cost, saved }) => {
      const first = element('th', '', rule);
      first.scope = 'row';
      const cells = [stopped, kept, cost, saved].map(text => element('td', '', text));
      return element('tr', '', first, ...cells);
    });
    const table = element(
      'table',
      '',
      element('thead', '', element('tr', '', ...titles)),
      element('tbody', '', ...rows),
    );
    return [head, element('div', 'table-scroll', table)];
  }
}

/** A head, with the run that what follows is of. */
function headOf(text: string, run: string | null): HTMLElement {
  const of = run === null ? [] : [element('span', 'head-run', ` · ${run}`)];
  return element('h2', '', text, ...of);
}

/** A list that opens on request. */
function detailsOf(title: string, lines: readonly string[]): HTMLElement {
  const items = lines.map(line => element('li', '', line));
  return element('details', '', element('summary', '', title), element('ul', 'bullets', ...items));
}
