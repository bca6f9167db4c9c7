import { analyseInSteps } from '../analysis/analyse';
import type { AnalysisPreferences } from '../analysis/preferences';
import type { Silence } from '../analysis/silence';
import type { AnalysedRun } from './project';
import type { Run } from '../run/run';
import { Slices } from '../run/pause';

/** An analysis with what it was made with, when it was done and how long it took, in milliseconds. */
interface Known {
  readonly analysed: AnalysedRun;
  readonly preferences: AnalysisPreferences;
  readonly silence: Silence | null;
  readonly doneAt: number;
  readonly took: number;
}

/** An analysis that takes longer than this does not hold up the curves of a log that grows. */
const LONG = 8;
/** It is done anew after so many times as long as it takes. */
const REST = 20;

/**
 * Which runs are analysed that have changed: `all` of them; the `quick` ones, while those whose analysis takes long keep the
 * one before (see `waits`); of these, too, the ones that have kept it for long enough (`due`).
 */
export type AnalysesWanted = 'all' | 'quick' | 'due';

/** How runs are analysed. */
export interface AnalysesOptions {
  readonly wanted?: AnalysesWanted;
  /** How long the log of a run has been silent; null where that cannot be told. */
  readonly silence?: (run: Run) => Silence | null;
}

/** Analyses runs, those that did not change only once. */
export class Analyses {
  /** By the column of lines: a run is described anew at every reading, its columns stay the same. */
  readonly #known = new WeakMap<Run['rows']['line'], Known>();
  #waits = Infinity;

  /** Milliseconds until something is `due` that was put off in the last call; Infinity: nothing was. */
  get waits(): number {
    return this.#waits;
  }

  /**
   * Off the hot path: between parts of the work, everything else has its turn. The runs must not grow meanwhile.
   */
  async of(
    runs: readonly Run[],
    preferences: AnalysisPreferences,
    { wanted = 'all', silence = () => null }: AnalysesOptions = {},
  ): Promise<readonly AnalysedRun[]> {
    const analysed: AnalysedRun[] = [];
    const slices = new Slices();
    this.#waits = Infinity;
    for (const run of runs) {
      const before = this.#known.get(run.rows.line);
      const silent = silence(run);
      const asked = { preferences, silence: silent };
      const kept = before && isAskedAgain(before, asked) ? this.#kept(before, run, wanted) : null;
      analysed.push(kept ?? (await this.#analyse(run, preferences, silent, slices)));
    }
    return analysed;
  }

  #kept({ analysed, doneAt, took }: Known, run: Run, wanted: AnalysesWanted): AnalysedRun | null {
    if (isSame(analysed.run, run)) return analysed;
    if (wanted === 'all' || took <= LONG || analysed.run.status !== run.status) return null;
    const wait = Math.max(0, doneAt + REST * took - Date.now());
    if (wanted === 'due' && wait === 0) return null;
    this.#waits = Math.min(this.#waits, wait);
    return { run, analysis: analysed.analysis };
  }

  async #analyse(
    run: Run,
    preferences: AnalysisPreferences,
    silence: Silence | null,
    slices: Slices,
  ): Promise<AnalysedRun> {
    const steps = analyseInSteps(run, preferences, silence);
    for (let took = 0; ;) {
      await slices.rest();
      const began = Date.now();
      const step = steps.next();
      const now = Date.now();
      took += now - began;
      if (step.done !== true) continue;
      const analysed = { run, analysis: step.value };
      this.#known.set(run.rows.line, { analysed, preferences, silence, doneAt: now, took });
      return analysed;
    }
  }
}

/** What an analysis was asked with. */
type Asked = Pick<Known, 'preferences' | 'silence'>;

function isAskedAgain(a: Asked, b: Asked): boolean {
  return a.preferences === b.preferences && a.silence?.seconds === b.silence?.seconds;
}

function isSame(a: Run, b: Run): boolean {
  return a.version === b.version && a.name === b.name && a.status === b.status;
}
