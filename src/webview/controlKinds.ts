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
  options: (shown: Shown, words: PanelWords) => readonly Option[],
  chosen: (shown: Shown) => string,
  choose: (value: string, shown: Shown) => Partial<ViewState>,
): Control {
  return (words, change) => {
    const select = element('select', '');
    select.setAttribute('aria-label', words[word]);
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
        const list = options(shown, words);
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

/** A number between two ends, with what it means beside it, or (`typed`) to be typed there; hidden while there is only one. */
export function slider(
  word: PanelWord,
  ends: (shown: Shown) => { readonly min: number; readonly max: number; readonly step: number },
  chosen: (shown: Shown) => number,
  choose: (value: number) => Partial<ViewState>,
  text: (shown: Shown, words: PanelWords) => string,
  typed = false,
): Control {
  return (words, change) => {
    const input = numberInput('range', words[word]);
    const output = typed
      ? numberInput('number', `${words[word]}: ${words.value}`)
      : element('span', 'slider-value');
    const label = element('span', 'control', element('span', '', words[word]), input, output);
    const inputs = output instanceof HTMLInputElement ? [input, output] : [input];
    for (const each of inputs) {
      each.addEventListener('input', () => {
        const value = each.valueAsNumber;
        if (each.validity.valid && !Number.isNaN(value)) change(choose(value));
      });
    }
    return {
      element: label,
      show(shown) {
        const range = ends(shown);
        label.hidden = !(range.max > range.min);
        const value = chosen(shown);
        for (const each of inputs) showNumber(each, range, value);
        const said = text(shown, words);
        input.setAttribute('aria-valuetext', said);
        if (typed) return;
        output.setAttribute('aria-hidden', 'true');
        setText(output, said);
      },
    };
  };
}

function numberInput(type: 'range' | 'number', name: string): HTMLInputElement {
  const input = element('input', type === 'number' ? 'number slider-number' : '');
  input.type = type;
  input.setAttribute('aria-label', name);
  return input;
}

function showNumber(
  input: HTMLInputElement,
  range: { readonly min: number; readonly max: number; readonly step: number },
  value: number,
): void {
  const { min, max, step } = range;
  for (const [name, end] of Object.entries({ min, max, step })) {
    if (input.getAttribute(name) !== String(end)) input.setAttribute(name, String(end));
  }
  // What is being typed stays as it is.
  if (input.valueAsNumber !== value && document.activeElement !== input)
    input.valueAsNumber = value;
  else if (input.type === 'range' && input.valueAsNumber !== value) input.valueAsNumber = value;
}

/** Something that is on or off; hidden where it makes no difference. */
export function check(
  word: PanelWord,
  chosen: (shown: Shown) => boolean,
  choose: (value: boolean) => Partial<ViewState>,
  useful: (shown: Shown) => boolean = () => true,
): Control {
  return (words, change) => {
    const input = element('input', '');
    input.type = 'checkbox';
    input.addEventListener('change', () => change(choose(input.checked)));
    const label = element('label', 'control', input, element('span', '', words[word]));
    return {
      element: label,
      show(shown) {
        label.hidden = !useful(shown);
        input.checked = chosen(shown);
      },
    };
  };
}

/** A text to find something by; hidden where there is little to find. */
export function search(
  word: PanelWord,
  chosen: (shown: Shown) => string,
  choose: (text: string) => Partial<ViewState>,
  useful: (shown: Shown) => boolean,
): Control {
  return (words, change) => {
    const input = element('input', 'filter');
    input.type = 'search';
    input.placeholder = words[word];
    input.setAttribute('aria-label', words[word]);
    input.addEventListener('input', () => change(choose(input.value)));
    const label = element('span', 'control', input);
    return {
      element: label,
      show(shown) {
        label.hidden = !useful(shown);
        if (document.activeElement !== input) input.value = chosen(shown);
      },
    };
  };
}

/** Two ends of a range, both empty where they are left to the data. */
export function ends(
  word: PanelWord,
  chosen: (shown: Shown) => readonly [number, number] | null,
  choose: (value: readonly [number, number] | null, shown: Shown) => Partial<ViewState>,
): Control {
  return (words, change) => {
    let last: Shown | null = null;
    const inputs = [words.lowest, words.highest].map(name => {
      const input = element('input', 'number');
      input.type = 'number';
      input.step = 'any';
      input.placeholder = words.automatic;
      input.setAttribute('aria-label', `${words[word]}: ${name}`);
      return input;
    });
    const read = () => {
      const [low = NaN, high = NaN] = inputs.map(input => input.valueAsNumber);
      const both = low < high ? ([low, high] as const) : null;
      const neither = Number.isNaN(low) && Number.isNaN(high);
      if (last && (both || neither)) change(choose(both, last));
    };
    for (const input of inputs) input.addEventListener('change', read);
    const label = element('span', 'control', element('span', '', words[word]), ...inputs);
    return {
      element: label,
      show(shown) {
        last = shown;
        const now = chosen(shown);
        inputs.forEach((input, i) => {
          if (document.activeElement === input) return;
          const value = now?.[i];
          input.value = value === undefined ? '' : String(Number(value.toPrecision(6)));
        });
      },
    };
  };
}
