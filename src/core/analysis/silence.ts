import type { Run } from '../run/run';

/** A log whose last time stamp is this close to when its file was last written was written by the training itself, not copied. */
const OWN_SECONDS = 600;

/** Silence for longer than this is a training that was given up, not one that hangs. */
const LONGEST_SECONDS = 86_400;

/** Silence is told in steps of so many seconds, as what is said of a run is found anew with each. */
const STEP_SECONDS = 300;

/** When the files of a run were last written, on the clock of whoever asks. Milliseconds since 1970. */
export interface Written {
  readonly modified: number;
  readonly now: number;
  /** Whether somebody saw it grow: then it is surely a training that ran here. */
  readonly seen: boolean;
  /** The longest that it was seen to take from growing to growing, in milliseconds; null where it was not seen twice. */
  readonly pause: number | null;
}

/** That a log has fallen silent. */
export interface Silence {
  /** For how long it has been, rounded down to five minutes. */
  readonly seconds: number;
  /** The longest it was seen to be before; null where that was not seen. */
  readonly usualSeconds: number | null;
}

/** The same of several files together. `grewAt`: when one was seen to grow, -Infinity if never. */
export function writtenOf(
  files: readonly {
    readonly modified: number;
    readonly grewAt: number;
    readonly longestSilence: number;
  }[],
  now: number,
): Written {
  const longest = Math.max(...files.map(file => file.longestSilence));
  return {
    modified: Math.max(...files.map(({ modified }) => modified)),
    now,
    seen: files.some(({ grewAt }) => grewAt > -Infinity),
    pause: longest > 0 ? longest : null,
  };
}

/**
 * How long a run has been silent. Null where that cannot be told from a file that
 * was copied or checked out (unless it was seen to grow, the log's own last time must be that of the file), for less than
 * five minutes, and for more than a day.
 */
export function silenceOf({ rows }: Run, written: Written): Silence | null {
  const { modified, now, seen, pause } = written;
  const silent = (now - modified) / 1000;
  if (!(silent >= STEP_SECONDS && silent <= LONGEST_SECONDS)) return null;
  const last = rows.count > 0 ? rows.time.at(rows.count - 1) : NaN;
  const isOwn = Math.abs(last - modified / 1000) < OWN_SECONDS;
  if (!seen && !isOwn) return null;
  return {
    seconds: STEP_SECONDS * Math.floor(silent / STEP_SECONDS),
    usualSeconds: pause === null ? null : pause / 1000,
  };
}
