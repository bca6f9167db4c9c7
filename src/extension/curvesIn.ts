import type { LogSource } from '../core/log/tail';
import { defaultPreferences } from '../core/analysis/preferences';
import { LogReading } from './logReading';

/** Whether the beginning of a text holds a training curve. */
export async function curvesIn(path: string, head: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(head);
  const source: LogSource = {
    stat: () => Promise.resolve({ size: bytes.length, modified: 0 }),
    read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
  };
  const reading = new LogReading({
    path: path.slice(path.lastIndexOf('/') + 1),
    source,
    preferences: () => defaultPreferences,
  });
  await reading.update();
  return reading.content.runs.some(({ run }) => run.series.some(series => series.count > 1));
}
