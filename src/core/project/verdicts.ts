import type { AnalysisPreferences } from '../analysis/preferences';
import { silenceOf, type Written } from '../analysis/silence';
import type { Run } from '../run/run';
import { Analyses, type AnalysesWanted } from './analyses';
import { judgedRun, type JudgedRun } from './judgedRun';
import type { AnalysedRun } from './project';

/** The runs of a followed log and what is said of them: the curves come first, what takes long to say of them later. */
export class Verdicts {
  runs: readonly AnalysedRun[] = [];
  judged: readonly JudgedRun[] = [];
  readonly #analyses = new Analyses();
  /** Seconds for which it had been silent when it was looked at last. */
  #silent = 0;
  #dueAt = Infinity;

  /** When a verdict that was put off may be found, in milliseconds since 1970; Infinity: none was. */
  get dueAt(): number {
    return this.#dueAt;
  }

  /** Takes runs as they are now, and finds what is `wanted` to be said of them. They must not grow meanwhile. */
  async take(
    runs: readonly Run[],
    preferences: AnalysisPreferences,
    wanted: AnalysesWanted,
    written: Written,
  ): Promise<void> {
    const silence = (run: Run) => silenceOf(run, written);
    const analysed = await this.#analyses.of(runs, preferences, { wanted, silence });
    this.#dueAt = Date.now() + this.#analyses.waits;
    this.runs = analysed;
    this.judged = analysed.map(judgedRun);
  }

  /** Finds what was put off and is due. */
  async catchUp(preferences: AnalysisPreferences, written: Written): Promise<void> {
    const runs = this.runs.map(({ run }) => run);
    await this.take(runs, preferences, 'due', written);
  }

  /** Whether the log has been silent for longer than when this was asked last, as far as anything is made of that. */
  fellSilent(written: Written): boolean {
    const longest = Math.max(
      0,
      ...this.runs.map(({ run }) => silenceOf(run, written)?.seconds ?? 0),
    );
    const same = longest === this.#silent;
    this.#silent = longest;
    return !same;
  }
}
