import { analyse } from '../analysis/analyse';
import type { AnalysisPreferences } from '../analysis/preferences';
import type { AnalysedRun } from './project';
import type { Run } from '../run/run';
import { pause } from '../run/pause';

/** An analysis with what it was made with. */
interface Known {
  readonly analysed: AnalysedRun;
  readonly preferences: AnalysisPreferences;
}

/** Analyses runs, those that did not change only once. */
export class Analyses {
  /** By the column of lines: a run is described anew at every reading, its columns stay the same. */
  readonly #known = new WeakMap<Run['rows']['line'], Known>();

  /** Off the hot path: between two runs, everything else has its turn. */
  async of(
    runs: readonly Run[],
    preferences: AnalysisPreferences,
  ): Promise<readonly AnalysedRun[]> {
    const analysed: AnalysedRun[] = [];
    for (const run of runs) {
      const before = this.#known.get(run.rows.line);
      if (before?.preferences === preferences && isSame(before.analysed.run, run)) {
        analysed.push(before.analysed);
        continue;
      }
      await pause();
      const fresh = { run, analysis: analyse(run, preferences) };
      this.#known.set(run.rows.line, { analysed: fresh, preferences });
      analysed.push(fresh);
    }
    return analysed;
  }
}

function isSame(a: Run, b: Run): boolean {
  return a.version === b.version && a.name === b.name && a.status === b.status;
}
