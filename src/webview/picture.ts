import type { ChartMark, ForecastView, LineRequest } from '../core/protocol';
import type { Line } from './lines';
import type { Range } from './range';
import type { SeriesStyle } from './seriesStyle';
import type { Theme } from './theme';

/** A line with its looks. */
export interface DrawnLine {
  readonly line: Line;
  readonly key: string;
  /** What is switched and stands out together: the curves of a run among others. */
  readonly group: string;
  readonly name: string;
  /** Without what all names begin with. */
  readonly shortName: string;
  readonly request: LineRequest;
  readonly style: SeriesStyle;
}

/** What is being dragged out: a stretch of the x axis, or (with `y`) a rectangle. */
export interface Selection {
  readonly x: Range;
  readonly y: Range | null;
}

/** Everything the chart's plugins draw; replaced as a whole, except for what the pointer moves. */
export interface Picture {
  readonly lines: readonly DrawnLine[];
  readonly marks: readonly ChartMark[];
  readonly forecast: ForecastView | null;
  readonly logX: boolean;
  readonly logY: boolean;
  readonly theme: Theme;
  /** Group of the lines that stand out; null: none. */
  highlight: string | null;
  /** Where the cursor stands, on the x axis. */
  cursor: number | null;
  /** Where values are kept in view. */
  kept: number | null;
  selection: Selection | null;
}

/** Where values are on the canvas, in CSS pixels; NaN for what has no place. Faster than asking the scale for each point. */
export interface Mapping {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(value: number): number;
  y(value: number): number;
  /** The inverses. */
  xAt(pixel: number): number;
  yAt(pixel: number): number;
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The mapping of a chart area that shows `x` and `y`, by their logarithms where asked. */
export function mappingOf(
  area: Area,
  x: Range,
  y: Range,
  log: { readonly x: boolean; readonly y: boolean },
): Mapping {
  const { left, right, top, bottom } = area;
  const across = oneWay(x, left, right, log.x);
  const up = oneWay(y, bottom, top, log.y);
  return { left, right, top, bottom, x: across.to, y: up.to, xAt: across.back, yAt: up.back };
}

function oneWay({ from, to }: Range, start: number, end: number, log: boolean) {
  if (!log) {
    const scale = (end - start) / (to - from);
    return {
      to: (value: number) => start + (value - from) * scale,
      back: (pixel: number) => from + (pixel - start) / scale,
    };
  }
  const low = Math.log10(from);
  const scale = (end - start) / (Math.log10(to) - low);
  return {
    to: (value: number) => start + (Math.log10(value) - low) * scale,
    back: (pixel: number) => 10 ** (low + (pixel - start) / scale),
  };
}
