import type { LineRequest, ViewState, WindowRequest, XAxis } from '../core/protocol';
import type { ShownChart } from './shownCharts';
import type { Zoom } from './zoom';

/** The lines of charts that are switched on. */
export function linesOf(charts: readonly ShownChart[]): readonly LineRequest[] {
  return charts.flatMap(({ series }) =>
    series.filter(({ hidden }) => !hidden).map(({ request }) => request),
  );
}

/** What is asked of the host to draw these charts, `width` device pixels wide. */
export function windowQuestion(
  charts: readonly ShownChart[],
  x: XAxis,
  { robust, smoothing, smoother }: ViewState,
  { part, full }: Pick<Zoom, 'part' | 'full'>,
  logX: boolean,
  width: number,
): WindowRequest {
  return {
    ...{ lines: linesOf(charts), x, logX, width, robust, smoothing, smoother },
    from: part?.from ?? (logX ? full.from : null),
    to: part?.to ?? null,
  };
}
