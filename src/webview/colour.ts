/** Colours by name; the theme says what they are. */
export type ColourName =
  'blue' | 'orange' | 'green' | 'purple' | 'red' | 'yellow' | 'cyan' | 'pink';

/** A colour of the theme, or one that the user made: red, green and blue in hexadecimal digits. */
export type Colour = ColourName | `#${string}`;

/** Green and red stay with the suggestion and the findings as long as there is another; neighbours differ for the colour-blind. */
export const COLOURS: readonly ColourName[] = [
  'blue',
  'orange',
  'purple',
  'yellow',
  'cyan',
  'pink',
  'green',
  'red',
];

/** Whether the theme says what a colour is. */
export function isNamed(colour: Colour): colour is ColourName {
  return !colour.startsWith('#');
}

/** What was written as a colour; null for anything else. */
export function colourOf(value: unknown): Colour | null {
  if (typeof value !== 'string') return null;
  if (/^#[0-9a-f]{6}$/i.test(value)) return value as Colour;
  return COLOURS.find(name => name === value) ?? null;
}
