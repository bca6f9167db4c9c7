import type { ChartMark } from '../core/protocol';
import type { Line } from './lines';
import type { Range } from './range';
import type { SeriesStyle } from './seriesStyle';
import type { Theme } from './theme';

/** A line with its looks. */
export interface DrawnLine {
  readonly line: Line;
  readonly name: string;
  readonly style: SeriesStyle;
}

/** Everything the chart's plugins draw; replaced as a whole, except for the two the pointer moves. */
export interface Picture {
  readonly lines: readonly DrawnLine[];
  readonly marks: readonly ChartMark[];
  readonly logY: boolean;
  readonly theme: Theme;
  /** Where the cursor stands, on the x axis. */
  cursor: number | null;
  /** What is being dragged out, on the x axis. */
  selection: Range | null;
}

/** Where values are on the canvas, in CSS pixels; NaN for what has no place. Faster than asking the scale for each point. */
export interface Mapping {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(value: number): number;
  y(value: number): number;
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The mapping of a chart area that shows `x` and `y`, `logY`: y by its logarithm. */
export function mappingOf(area: Area, x: Range, y: Range, logY: boolean): Mapping {
  const { left, right, top, bottom } = area;
  const perX = (right - left) / (x.to - x.from);
  const low = logY ? Math.log10(y.from) : y.from;
  const high = logY ? Math.log10(y.to) : y.to;
  const perY = (bottom - top) / (high - low);
  return {
    left,
    right,
    top,
    bottom,
    x: value => left + (value - x.from) * perX,
    y: value => bottom - ((logY ? Math.log10(value) : value) - low) * perY,
  };
}
