import { analyse } from '../analysis/analyse';
import type { AnalysisPreferences } from '../analysis/preferences';
import type { AnalysedRun } from './project';
import type { Run } from '../run/run';
import { pause } from '../run/pause';

/** An analysis with what it was made with, when it was done and how long it took, in milliseconds. */
interface Known {
  readonly analysed: AnalysedRun;
  readonly preferences: AnalysisPreferences;
  readonly doneAt: number;
  readonly took: number;
}

/** An analysis that takes longer than this does not follow every line of a log that grows. */
const LONG = 50;
/** It is done anew after so many times as long as it takes. */
const REST = 20;

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
   * Off the hot path: between two runs, everything else has its turn. `follows`: a run that only grew may keep an analysis
   * that takes long for a while (see `waits`).
   */
  async of(
    runs: readonly Run[],
    preferences: AnalysisPreferences,
    follows = false,
  ): Promise<readonly AnalysedRun[]> {
    const analysed: AnalysedRun[] = [];
    this.#waits = 0;
    for (const run of runs) {
      const before = this.#known.get(run.rows.line);
      const kept = before?.preferences === preferences ? this.#kept(before, run, follows) : null;
      analysed.push(kept ?? (await this.#analyse(run, preferences)));
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

  async #analyse(run: Run, preferences: AnalysisPreferences): Promise<AnalysedRun> {
    await pause();
    const began = Date.now();
    const analysed = { run, analysis: analyse(run, preferences) };
    const doneAt = Date.now();
    this.#known.set(run.rows.line, { analysed, preferences, doneAt, took: doneAt - began });
    return analysed;
  }
}

function isSame(a: Run, b: Run): boolean {
  return a.version === b.version && a.name === b.name && a.status === b.status;
}
