import type { ColourName } from './seriesStyle';

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
