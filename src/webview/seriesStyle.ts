import type { SeriesView } from '../core/protocol';

/** Colours by name; the theme says what they are. */
export type ColourName = 'blue' | 'orange' | 'green' | 'purple' | 'red' | 'yellow';

export type Dash = 'solid' | 'dashed' | 'dotted';

/** How a series is drawn: told apart by colour and by dash. */
export interface SeriesStyle {
  readonly colour: ColourName;
  readonly dash: Dash;
  /** Width in CSS pixels. */
  readonly width: number;
}

/** Green and red stay with the suggestion and the findings as long as there is another. */
const COLOURS: readonly ColourName[] = ['blue', 'orange', 'purple', 'yellow', 'green', 'red'];
const FIRST_CHOICE = {
  train: 'orange',
  validation: 'blue',
  test: 'purple',
  none: 'blue',
} as const;

/** The styles of the series drawn together: the split decides, a second one of a split takes the next free colour. */
export function stylesOf(series: readonly SeriesView[]): readonly SeriesStyle[] {
  const taken = new Set<ColourName>();
  return series.map(({ split }, i) => {
    const first = FIRST_CHOICE[split ?? 'none'];
    const free = COLOURS.find(colour => !taken.has(colour));
    const colour = taken.has(first) ? (free ?? COLOURS[i % COLOURS.length] ?? first) : first;
    taken.add(colour);
    return { colour, dash: dashOf(split), width: split === 'train' ? 1.5 : 2 };
  });
}

/** Training is dashed, test dotted, everything else solid. */
export function dashOf(split: SeriesView['split']): Dash {
  switch (split) {
    case 'train':
      return 'dashed';
    case 'test':
      return 'dotted';
    case 'validation':
    case null:
      return 'solid';
  }
}

/** The pattern of a dash, in multiples of CSS pixels; empty for a solid line. */
export function dashPattern(dash: Dash): number[] {
  switch (dash) {
    case 'dashed':
      return [6, 4];
    case 'dotted':
      return [1.5, 3.5];
    case 'solid':
      return [];
  }
}
