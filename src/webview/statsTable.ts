import type { PanelWords } from '../core/protocol';
import { element } from './elements';
import { placeOn, readable } from './numbers';
import type { DrawnLine } from './picture';
import { rangeStats, type Point } from './rangeStats';
import type { Axes } from './scales';

/** Start, end and extremes of each curve between the edges of the chart, with what it gained or lost on the way. */
export function statsTable(
  lines: readonly DrawnLine[],
  { axis, x, language }: Axes,
  words: PanelWords,
): HTMLElement {
  const at = (point: Point) =>
    `${readable(point.y, language)} @ ${placeOn(axis, point.x, language)}`;
  const rows = lines.flatMap(({ line, name }) => {
    const stats = rangeStats(line, x);
    if (stats === null) return [];
    const { first, last, lowest, highest } = stats;
    const head = element('th', '', name);
    head.scope = 'row';
    const change = readable(last.y - first.y, language);
    const cells = [at(first), at(last), change, at(lowest), at(highest)];
    return [element('tr', '', head, ...cells.map(text => element('td', 'value', text)))];
  });
  const names = [words.curve, words.start, words.end, words.change, words.lowest, words.highest];
  const titles = names.map(name => {
    const cell = element('th', '', name);
    cell.scope = 'col';
    return cell;
  });
  const head = element('thead', '', element('tr', '', ...titles));
  return element('table', 'stats', head, element('tbody', '', ...rows));
}
