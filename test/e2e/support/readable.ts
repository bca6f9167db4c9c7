import type { Locator } from 'playwright-core';

/** What the checks need of an element; tests are compiled without the types of pages. */
interface Element {
  readonly parentElement: Element | null;
  readonly scrollWidth: number;
  readonly clientWidth: number;
}
interface Style {
  readonly color: string;
  readonly backgroundColor: string;
}
interface Page {
  getComputedStyle(element: Element): Style;
}

/** The colours of an element's text and of what lies behind it, as CSS writes them. */
function coloursOf(element: Element): [string, string] {
  const page = globalThis as unknown as Page;
  const { color } = page.getComputedStyle(element);
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = page.getComputedStyle(at);
    if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)) return [color, backgroundColor];
  }
  return [color, 'rgb(255, 255, 255)'];
}

/** Red, green and blue from 0 to 1, of `rgb(12, 34, 56)` or `color(srgb 0.1 0.2 0.3)`. */
function channels(colour: string): number[] {
  const range = colour.startsWith('rgb') ? 255 : 1;
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(part => Number(part) / range);
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(part =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of an element's text with its background, 1 to 21. */
async function contrast(locator: Locator): Promise<number> {
  const [one, other] = (await locator.evaluate(coloursOf)).map(luminance) as [number, number];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Throws unless the element's text gets the contrast that WCAG asks for, once colours have stopped changing. */
export async function assertReadable(locator: Locator): Promise<void> {
  let last = 0;
  for (let attempt = 0; attempt < 10; attempt++) {
    last = await contrast(locator);
    if (last >= 4.5) return;
    await locator.page().waitForTimeout(200);
  }
  throw new Error(`Contrast ${last.toFixed(1)} of "${await locator.innerText()}"`);
}

/** By how many pixels the content of an element is wider than what is shown of it. */
export function cutOff(locator: Locator): Promise<number> {
  return locator.evaluate((element: Element) =>
    Math.max(0, element.scrollWidth - element.clientWidth),
  );
}
