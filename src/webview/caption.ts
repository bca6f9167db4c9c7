import type { PanelWords, ViewState, WindowData } from '../core/protocol';
import type { Extent } from './extent';
import { counted, fill } from './numbers';

/** What is said below the chart: how much of the data is drawn, what could not be, and what is not as logged. */
export function caption(
  data: Pick<WindowData, 'drawn' | 'total' | 'notFinite'>,
  extents: readonly Extent[],
  comparison: readonly string[],
  state: Pick<ViewState, 'smoothing' | 'compare'>,
  words: PanelWords,
  language: string,
): string {
  const count = (value: number) => counted(value, language);
  const { drawn, total, notFinite } = data;
  const parts = [fill(words.drawing, { drawn: count(drawn), total: count(total) })];
  if (notFinite > 0) parts.push(fill(words.notFinite, { count: count(notFinite) }));
  const notPositive = extents.reduce((sum, extent) => sum + extent.notPositive, 0);
  if (notPositive > 0) {
    // Of columns that were thinned out only the ends are here.
    const least = drawn < total ? '≥ ' : '';
    parts.push(fill(words.notPositive, { count: least + count(notPositive) }));
  }
  if (extents.some(({ cut }) => cut)) parts.push(words.cut);
  if (state.compare === 'mean') parts.push(words.meanNote);
  parts.push(...comparison);
  if (state.smoothing > 0) parts.push(words.smoothingNote);
  return parts.join(' · ');
}
