import type { LogPattern } from '../../core/log/patterns/pattern';
import { LogReading } from '../../core/run/logReading';

/** The beginning of a text that may be a log. */
export interface LogHead {
  readonly path: string;
  readonly head: string;
  /** The user's patterns of lines. */
  readonly patterns: readonly LogPattern[];
}

/** Whether a text holds a training curve, found in this thread or beside it. */
export type CurveFinder = (given: LogHead) => Promise<boolean>;

/** Whether the beginning of a text holds a training curve. */
export function curvesIn({ path, head, patterns }: LogHead): boolean {
  const bytes = new TextEncoder().encode(head);
  const reading = new LogReading(path.slice(path.lastIndexOf('/') + 1), { patterns });
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  return reading.runs().some(run => run.series.some(series => series.count > 1));
}
