import { COLOURS, colourOf, type Colour } from './colour';
import { element } from './elements';
import { colourIn, type Theme } from './theme';

const PALETTE = 'palette';

/** Chooses a colour: those of the theme are offered first, and stay the theme's when it becomes another one. */
export function colourInput(
  name: string,
  theme: Theme,
  colour: Colour,
  choose: (colour: Colour) => void,
): HTMLElement {
  const input = element('input', 'colour');
  input.type = 'color';
  input.value = hexOf(colourIn(theme, colour));
  input.setAttribute('aria-label', name);
  input.title = name;
  input.setAttribute('list', PALETTE);
  // A colour that is still being looked for would take the list away with every change.
  input.addEventListener('change', () => {
    const own = COLOURS.find(each => hexOf(theme.colours[each]) === input.value);
    const chosen = own ?? colourOf(input.value);
    if (chosen !== null) choose(chosen);
  });
  return input;
}

/** The colours of the theme, for all inputs of the page. */
export function paletteOf(theme: Theme): HTMLElement {
  const options = COLOURS.map(name => {
    const option = element('option', '', name);
    option.value = hexOf(theme.colours[name]);
    return option;
  });
  const list = element('datalist', '', ...options);
  list.id = PALETTE;
  return list;
}

let context: OffscreenCanvasRenderingContext2D | null = null;

/** A colour of CSS as an input knows it: `#rrggbb`; black for what is none. */
function hexOf(colour: string): string {
  context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) return '#000000';
  context.fillStyle = '#000000';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [...bytes] = context.getImageData(0, 0, 1, 1).data.subarray(0, 3);
  return `#${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
