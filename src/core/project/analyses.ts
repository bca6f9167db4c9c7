import { analyse } from '../analysis/analyse';
import type { AnalysisPreferences } from '../analysis/preferences';
import type { AnalysedRun } from './project';
import type { Run } from '../run/run';
import { pause } from '../run/pause';

/** An analysis with what it was made with, when it was done and how long it took, in milliseconds. */
interface Known {
  readonly analysed: AnalysedRun;
  readonly preferences: AnalysisPreferences;
  readonly silent: number | null;
  readonly doneAt: number;
  readonly took: number;
}

/** An analysis that takes longer than this does not follow every line of a log that grows. */
const LONG = 50;
/** It is done anew after so many times as long as it takes. */
const REST = 20;

/** How runs are analysed. */
export interface AnalysesOptions {
  /** A run that only grew may keep an analysis that takes long for a while (see `waits`). */
  readonly follows?: boolean;
  /** For how long the log of a run has been silent, in seconds; null where that cannot be told. */
  readonly silence?: (run: Run) => number | null;
}

/** Analyses runs, those that did not change only once. */
export class Analyses {
  /** By the column of lines: a run is described anew at every reading, its columns stay the same. */
  readonly #known = new WeakMap<Run['rows']['line'], Known>();
  #waits = 0;

  /** Milliseconds until what was put off in the last call may be done; 0: nothing was. */
  get waits(): number {
    return this.#waits;
  }

  /**
   * Off the hot path: between two runs, everything else has its turn.
   */
  async of(
    runs: readonly Run[],
    preferences: AnalysisPreferences,
    { follows = false, silence = () => null }: AnalysesOptions = {},
  ): Promise<readonly AnalysedRun[]> {
    const analysed: AnalysedRun[] = [];
    this.#waits = 0;
    for (const run of runs) {
      const before = this.#known.get(run.rows.line);
      const silent = silence(run);
      const isSame = before?.preferences === preferences && before.silent === silent;
      const kept = isSame ? this.#kept(before, run, follows) : null;
      analysed.push(kept ?? (await this.#analyse(run, preferences, silent)));
    }
    return analysed;
  }

  #kept({ analysed, doneAt, took }: Known, run: Run, follows: boolean): AnalysedRun | null {
    if (isSame(analysed.run, run)) return analysed;
    const wait = took > LONG ? doneAt + REST * took - Date.now() : 0;
    if (!follows || !(wait > 0) || analysed.run.status !== run.status) return null;
    this.#waits = Math.max(this.#waits, wait);
    return { run, analysis: analysed.analysis };
  }

  async #analyse(
    run: Run,
    preferences: AnalysisPreferences,
    silent: number | null,
  ): Promise<AnalysedRun> {
    await pause();
    const began = Date.now();
    const analysed = { run, analysis: analyse(run, preferences, silent) };
    const doneAt = Date.now();
    this.#known.set(run.rows.line, { analysed, preferences, silent, doneAt, took: doneAt - began });
    return analysed;
  }
}

function isSame(a: Run, b: Run): boolean {
  return a.version === b.version && a.name === b.name && a.status === b.status;
}
