import type { PanelWord, PanelWords, ViewState } from '../core/protocol';
import { element, setText } from './elements';
import type { Shown } from './shown';

/** Changes some of what the user chose. */
export type Choose = (choice: Partial<ViewState>) => void;

/** A control of the chart, in place: its element, and how it follows what is in view. */
export interface PlacedControl {
  readonly element: HTMLElement;
  show(shown: Shown): void;
}

/** A kind of control, to be put in place once. */
export type Control = (words: PanelWords, choose: Choose) => PlacedControl;

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A list to choose one of; hidden while there is nothing to choose. */
export function choice(
  word: PanelWord,
  options: (shown: Shown) => readonly Option[],
  chosen: (shown: Shown) => string,
  choose: (value: string, shown: Shown) => Partial<ViewState>,
): Control {
  return (words, change) => {
    const select = element('select', '');
    const label = element('label', 'control', element('span', '', words[word]), select);
    let last: Shown | null = null;
    let listed = '';
    select.addEventListener('change', () => {
      if (last) change(choose(select.value, last));
    });
    return {
      element: label,
      show(shown) {
        last = shown;
        const list = options(shown);
        label.hidden = list.length < 2;
        const key = JSON.stringify(list);
        if (key !== listed) select.replaceChildren(...list.map(optionElement));
        listed = key;
        select.value = chosen(shown);
      },
    };
  };
}

function optionElement({ value, text }: Option): HTMLOptionElement {
  const option = element('option', '', text);
  option.value = value;
  return option;
}

/** A number between two ends, with its value beside it. */
export function slider(
  word: PanelWord,
  ends: { readonly min: number; readonly max: number; readonly step: number },
  chosen: (shown: Shown) => number,
  choose: (value: number) => Partial<ViewState>,
): Control {
  return (words, change) => {
    const input = element('input', '');
    input.type = 'range';
    for (const [name, value] of Object.entries(ends)) input.setAttribute(name, String(value));
    const output = element('span', 'slider-value');
    output.setAttribute('aria-hidden', 'true');
    const label = element('label', 'control', element('span', '', words[word]), input, output);
    input.addEventListener('input', () => change(choose(input.valueAsNumber)));
    return {
      element: label,
      show(shown) {
        const value = chosen(shown);
        if (input.valueAsNumber !== value) input.valueAsNumber = value;
        setText(output, value === 0 ? '0' : value.toFixed(2));
      },
    };
  };
}

/** Something that is on or off. */
export function check(
  word: PanelWord,
  chosen: (shown: Shown) => boolean,
  choose: (value: boolean) => Partial<ViewState>,
): Control {
  return (words, change) => {
    const input = element('input', '');
    input.type = 'checkbox';
    input.addEventListener('change', () => change(choose(input.checked)));
    return {
      element: element('label', 'control', input, element('span', '', words[word])),
      show(shown) {
        input.checked = chosen(shown);
      },
    };
  };
}
