/** Pixels around what is seen that are drawn too, so that scrolling finds charts there. */
const MARGIN = 400;

/** Which elements are seen, or nearly. */
export class InSight {
  readonly #seen = new Set<Element>();
  readonly #observer: IntersectionObserver;

  constructor(changed: () => void) {
    const margin = { root: document, rootMargin: `${MARGIN}px 0px` };
    this.#observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      changed();
    }, margin);
  }

  has(target: Element): boolean {
    return this.#seen.has(target);
  }

  watch(target: Element): void {
    this.#observer.observe(target);
  }

  forget(target: Element): void {
    this.#observer.unobserve(target);
    this.#seen.delete(target);
  }
}
