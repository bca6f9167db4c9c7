import type { PanelWords } from '../core/protocol';
import type { Line } from './lines';
import { fill, placeOn, readable } from './numbers';
import type { DrawnLine } from './picture';
import type { Axes } from './scales';

/** The chart in words, for those who do not see it: each series with its ends and extremes. */
export function chartSummary(
  lines: readonly DrawnLine[],
  { axis, metric, language }: Axes,
  words: PanelWords,
): string {
  const series = lines.flatMap(({ line, name }) => {
    const values = summaryOf(line, x => placeOn(axis, x, language), language);
    return values ? [fill(words.seriesSummary, { name, ...values })] : [];
  });
  const head = fill(words.chartSummary, { metric, axis: axis.label });
  return [head, ...series, words.chartKeys].join(' ');
}

/** First, last, lowest and highest drawable point; null without any. */
function summaryOf(
  { points }: Line,
  where: (x: number) => string,
  language: string,
): Readonly<Record<string, string>> | null {
  let [first, last, low, high] = [-1, -1, -1, -1];
  for (let i = 0; i < points.length; i += 2) {
    const y = points[i + 1]!;
    if (!Number.isFinite(y)) continue;
    if (first === -1) first = i;
    last = i;
    if (low === -1 || y < points[low + 1]!) low = i;
    if (high === -1 || y > points[high + 1]!) high = i;
  }
  if (first === -1) return null;
  const value = (i: number) => readable(points[i + 1]!, language);
  return {
    from: where(points[first]!),
    to: where(points[last]!),
    first: value(first),
    last: value(last),
    low: value(low),
    lowAt: where(points[low]!),
    high: value(high),
    highAt: where(points[high]!),
  };
}
