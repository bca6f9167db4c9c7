import { keepingFocus } from './keptFocus';

type Content = Node | string;

/** An element with a class and content; strings become text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** A button that does something; `className` `link` makes it look like one. */
export function button(text: string, className: string, pressed: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

/** Puts `text` in place when it is another one, so that nothing is announced or selected anew for nothing. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Builds the content of an element anew only when what it is built from has changed: focus and selection survive; the focus also where it has. */
export class ContentSlot {
  readonly element: HTMLElement;
  #built = '';

  constructor(element: HTMLElement) {
    this.element = element;
  }

  show(from: unknown, build: () => readonly Content[]): void {
    const key = JSON.stringify(from);
    if (key === this.#built) return;
    this.#built = key;
    keepingFocus(this.element, () => this.element.replaceChildren(...build()));
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** A small picture drawn by paths; hidden from screen readers, words stand beside it. */
export function icon(
  className: string,
  width: number,
  height: number,
  ...paths: readonly string[]
): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
