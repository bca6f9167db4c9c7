import type { SeriesView } from '../core/protocol';
import { COLOURS, type Colour, type ColourName } from './colour';

export type Dash = 'solid' | 'dashed' | 'dotted' | 'dash-dotted';

/** How a series is drawn: told apart by colour and by dash. */
export interface SeriesStyle {
  readonly colour: Colour;
  readonly dash: Dash;
  /** Width in CSS pixels. */
  readonly width: number;
}

const FIRST_CHOICE = {
  train: 'orange',
  validation: 'blue',
  test: 'purple',
  none: 'blue', // stands for what is judged where nothing has a split
} as const;

/** The styles of the series drawn together: the first of a split has the colour of its split, further ones what no split needs. */
export function stylesOf(series: readonly Pick<SeriesView, 'split'>[]): readonly SeriesStyle[] {
  const needed = new Set(series.map(({ split }) => firstChoice(split)));
  const spare = [...COLOURS.filter(colour => !needed.has(colour)), ...COLOURS];
  const taken = new Set<ColourName>();
  let next = 0;
  return series.map(({ split }) => {
    const first = firstChoice(split);
    const colour = taken.has(first) ? (spare[next++ % spare.length] ?? first) : first;
    taken.add(colour);
    return { colour, dash: dashOf(split), width: split === 'train' ? 1.5 : 2 };
  });
}

/** The style of a run's series among other runs: the run at a place keeps its colour, whatever else is drawn. */
export function styleOfRun(
  run: number,
  split: SeriesView['split'],
  own: Colour | null = null,
): SeriesStyle {
  const dash = dashOf(split);
  // Where the colours begin anew, runs are told apart by the dash as well.
  const again = Math.floor(run / COLOURS.length) % 2 === 1 && dash === 'solid';
  return {
    colour: own ?? COLOURS[run % COLOURS.length] ?? 'blue',
    dash: again ? 'dash-dotted' : dash,
    width: split === 'train' ? 1 : 1.5,
  };
}

function firstChoice(split: SeriesView['split']): ColourName {
  return FIRST_CHOICE[split ?? 'none'];
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
    case 'dash-dotted':
      return [9, 3, 1.5, 3];
    case 'solid':
      return [];
  }
}
