import type { PanelWords, WindowData } from '../core/protocol';
import type { Extent } from './extent';
import { counted, fill } from './numbers';

/** What is said below the chart: how much of the data is drawn, and what could not be. */
export function caption(
  data: Pick<WindowData, 'drawn' | 'total'>,
  extent: Extent,
  smoothing: number,
  words: PanelWords,
  language: string,
): string {
  const count = (value: number) => counted(value, language);
  const parts = [fill(words.drawing, { drawn: count(data.drawn), total: count(data.total) })];
  if (extent.notFinite > 0) parts.push(fill(words.notFinite, { count: count(extent.notFinite) }));
  if (extent.notPositive > 0) {
    parts.push(fill(words.notPositive, { count: count(extent.notPositive) }));
  }
  if (smoothing > 0) parts.push(words.smoothingNote);
  return parts.join(' · ');
}
