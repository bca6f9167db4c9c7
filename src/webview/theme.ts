import { isNamed, type Colour, type ColourName } from './colour';

/** The colours and fonts of VS Code's theme, as a canvas needs them. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly colours: Readonly<Record<ColourName, string>>;
  readonly suggestion: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'information', string>>;
  readonly fontFamily: string;
  /** Size of the chart's own texts in CSS pixels: a little smaller than the editor's. */
  readonly smallSize: number;
  readonly highContrast: boolean;
}

/** A colour as a canvas needs it: one of the theme by its name, any other as it is. */
export function colourIn({ colours }: Pick<Theme, 'colours'>, colour: Colour): string {
  return isNamed(colour) ? colours[colour] : colour;
}
