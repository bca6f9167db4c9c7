import type { ChartOptions } from 'chart.js';
import type { AxisView, XAxis } from '../core/protocol';
import { placeOn, readable, timeStep } from './numbers';
import type { Range } from './range';
import type { Theme } from './theme';

/** What the axes show. */
export interface Axes {
  readonly x: Range;
  readonly y: Range;
  /** Whether the ends of y are given, not left to the data. */
  readonly limited: boolean;
  readonly axis: AxisView;
  readonly metric: string;
  /** Whether the metric stands beside the y axis. */
  readonly isTitled: boolean;
  readonly language: string;
}

type Scale = NonNullable<NonNullable<ChartOptions<'line'>['scales']>[string]>;

/** Room that each tick needs: for a character of its label, and between labels, in CSS pixels. */
const PIXELS_PER_CHARACTER = 7;
const PIXELS_BETWEEN = 22;

/** The x axis for a chart area `width` CSS pixels wide, logarithmic when asked. */
export function xScale(
  { x, axis, language }: Axes,
  theme: Theme,
  width: number,
  logX: boolean,
): Scale {
  const label = (value: number) => placeOn(axis, value, language, x.to - x.from);
  const longest = label(axis.from < 0 ? x.to : Math.round(x.to)).length;
  const most = Math.max(3, Math.floor(width / (longest * PIXELS_PER_CHARACTER + PIXELS_BETWEEN)));
  const looks = scaleLooks(theme, axis.label);
  return {
    ...looks,
    type: logX ? 'logarithmic' : 'linear',
    min: x.from,
    max: x.to,
    ticks: {
      ...looks.ticks,
      maxTicksLimit: Math.min(most, 15),
      maxRotation: 0,
      includeBounds: false,
      ...(logX ? {} : stepsOf(axis.axis, x, most)),
      callback: value => (logX && !isRound(Number(value)) ? null : label(Number(value))),
    },
  };
}

/** Ticks of times are at whole minutes and hours, those of epochs and steps at whole numbers. */
function stepsOf(axis: XAxis, x: Range, most: number): { stepSize?: number; precision?: number } {
  if (axis !== 'time' && axis !== 'wall') return wholeNumbers(x) ? { precision: 0 } : {};
  const step = timeStep(x.to - x.from, most);
  return step === undefined ? {} : { stepSize: step };
}

/** The y axis, logarithmic when asked. */
export function yScale(
  { y, metric, isTitled, language }: Axes,
  theme: Theme,
  logY: boolean,
): Scale {
  const looks = scaleLooks(theme, isTitled ? metric : '');
  const hasBelowZero = y.from < -0.05 * (y.to - y.from);
  return {
    ...looks,
    type: logY ? 'logarithmic' : 'linear',
    min: y.from,
    max: y.to,
    // Where values lie on both sides of zero, it is what they are seen against; the room below them is none.
    grid: {
      ...looks.grid,
      color: ({ tick }) => (tick.value === 0 && hasBelowZero ? theme.muted : theme.grid),
    },
    ticks: {
      ...looks.ticks,
      maxTicksLimit: 8,
      includeBounds: false,
      // The ends of a logarithmic axis come as ticks too, at numbers nobody would choose.
      callback: value =>
        logY && !isRound(Number(value)) ? null : readable(Number(value), language),
    },
  };
}

/** Whether two significant digits say it. */
function isRound(value: number): boolean {
  return Number(value.toPrecision(2)) === value;
}

/** Labels of epochs and steps are whole, except where a zoom shows less than a few of them. */
function wholeNumbers({ from, to }: Range): boolean {
  return to - from >= 4;
}

function scaleLooks(theme: Theme, title: string) {
  const font = { family: theme.fontFamily, size: theme.smallSize };
  return {
    grid: { color: theme.grid, drawTicks: false, lineWidth: theme.highContrast ? 0.25 : 0.6 },
    border: { display: true, color: theme.highContrast ? theme.text : theme.grid },
    ticks: { color: theme.muted, font, padding: 6 },
    title: { display: title !== '', text: title, color: theme.muted, font },
  } as const;
}
