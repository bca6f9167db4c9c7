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

const channels = (colour: string): number[] =>
  (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of an element's text with its background, 1 to 21; WCAG asks for 4.5. */
export async function contrast(locator: Locator): Promise<number> {
  const [text, behind] = await locator.evaluate(coloursOf);
  const [light, dark] = [luminance(text), luminance(behind)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** By how many pixels the content of an element is wider than what is shown of it. */
export function cutOff(locator: Locator): Promise<number> {
  return locator.evaluate((element: Element) =>
    Math.max(0, element.scrollWidth - element.clientWidth),
  );
}
