/** One of several logs that are looked at together. */
export interface PickedLog {
  /** Relative to the folder around all of them, `/` between parts; a file or a folder. */
  readonly path: string;
  /** Which of its runs, counted from 0 in the order of the log; null: all. */
  readonly runs: readonly number[] | null;
}

/** Picked logs as text that `pickedLogsIn` reads. */
export function pickedText(picks: readonly PickedLog[]): string {
  return JSON.stringify(picks.map(({ path, runs }) => (runs === null ? path : [path, ...runs])));
}

/** What `pickedText` wrote; null for anything else. */
export function pickedLogsIn(text: string): readonly PickedLog[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return null;
    const picks = read.map(pickIn);
    return picks.every(pick => pick !== null) && picks.length > 0 ? picks : null;
  } catch {
    return null;
  }
}

function pickIn(value: unknown): PickedLog | null {
  if (typeof value === 'string') return isInside(value) ? { path: value, runs: null } : null;
  if (!Array.isArray(value)) return null;
  const [path, ...runs] = value as readonly unknown[];
  if (typeof path !== 'string' || !isInside(path)) return null;
  const whole = runs.filter(run => typeof run === 'number' && Number.isInteger(run) && run >= 0);
  return whole.length === runs.length ? { path, runs: whole as number[] } : null;
}

/** What was written down earlier must not lead out of the folder. */
function isInside(path: string): boolean {
  return path !== '' && !path.split('/').includes('..');
}
