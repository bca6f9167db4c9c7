import type { LogPattern } from '../core/log/patterns/pattern';
import { LogReading } from '../core/run/logReading';

/** Whether the beginning of a text holds a training curve. */
export function curvesIn(
  path: string,
  head: string,
  patterns: readonly LogPattern[] = [],
): boolean {
  const bytes = new TextEncoder().encode(head);
  const reading = new LogReading(path.slice(path.lastIndexOf('/') + 1), { patterns });
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  return reading.runs().some(run => run.series.some(series => series.count > 1));
}
