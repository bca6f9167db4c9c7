const FOCUSABLE = 'a, button, input, select, summary, [tabindex]';

/** Replaces the content of an element; what had the focus in it gives it to the one of the same name that replaces it. */
export function keepingFocus(within: HTMLElement, replace: () => void): void {
  const active = document.activeElement;
  if (active === null || active === within || !within.contains(active)) {
    replace();
    return;
  }
  const name = nameOf(active);
  const place = namedSo(within, name).findIndex(each => each === active);
  replace();
  const same = namedSo(within, name);
  (same[place] ?? same[0])?.focus({ preventScroll: true });
}

/** The focusable elements of a name, in their order: a finding of the same rule may be there twice. */
function namedSo(within: HTMLElement, name: string): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(each => nameOf(each) === name);
}

/** The kind of an element, and what it is called. */
function nameOf(each: Element): string {
  return `${each.tagName} ${each.getAttribute('aria-label') ?? each.textContent}`;
}
