import { type Silence, silenceOf } from '../analysis/silence';
import { type AnalysisPreferences, defaultPreferences } from '../analysis/preferences';
import { FactsOfFolders } from '../log/folderFacts';
import type { LogPattern } from '../log/patterns/pattern';
import type { LogSource } from '../log/tail';
import { assemble } from '../run/assemble';
import type { Run } from '../run/run';
import { withFacts } from '../run/withFacts';
import { Analyses } from './analyses';
import type { FindPreferences } from './find/foundLog';
import type { AnalysedRun } from './project';
import { type Limits, type ProjectLog, ProjectLogs } from './projectLogs';

/** What of a folder is to be read. */
export interface ProjectQuestion {
  /** Logs, relative to the folder. */
  readonly paths: readonly string[];
  /** Files that say something of their runs; read again when `listing` is another one than before. */
  readonly facts: readonly string[];
  readonly listing: number;
  readonly limits: Limits;
  readonly preferences: FindPreferences;
}

/** What was read, the runs put together and judged. */
export interface ProjectRuns {
  readonly logs: readonly LogRead[];
  readonly runs: readonly AnalysedRun[];
}

/** A log without its runs. */
export interface LogRead extends Omit<ProjectLog, 'runs'> {
  readonly hasRuns: boolean;
}

/** Where the files of the folder stand. */
export interface ProjectGround {
  source(path: string): LogSource;
  facts(paths: readonly string[]): Promise<FactsOfFolders>;
}

/** Reads the runs of a folder, again and again: each time only what is new. */
export interface ProjectReader {
  read(question: ProjectQuestion): Promise<ProjectRuns>;
  /** Looks at logs that were read before; says whether anything is new in them, be it that they are silent for longer. */
  refresh(paths: readonly string[]): Promise<boolean>;
  /** Ends a reading that goes on. */
  dispose(): void;
}

/** Reads where it is called. Pure but for its ground. */
export class ProjectReading implements ProjectReader {
  readonly #ground: ProjectGround;
  readonly #logs: ProjectLogs;
  readonly #analyses = new Analyses();
  #patterns: readonly LogPattern[] = [];
  #analysis: AnalysisPreferences = defaultPreferences;
  #listing = -1;
  #facts = new FactsOfFolders();
  #runs: readonly AnalysedRun[] = [];
  /** Seconds for which a run had been silent when it was looked at last, at most. */
  #silent = 0;
  #ended = false;

  constructor(ground: ProjectGround) {
    this.#ground = ground;
    this.#logs = new ProjectLogs(
      path => ground.source(path),
      () => this.#patterns,
    );
  }

  async read(question: ProjectQuestion): Promise<ProjectRuns> {
    this.#prefer(question.preferences);
    const logs = await this.#logs.read(question.paths, question.limits, () => this.#ended);
    if (question.listing !== this.#listing) {
      this.#facts = await this.#ground.facts(question.facts);
      this.#listing = question.listing;
    }
    const runs = withFacts(assemble(logs.flatMap(log => log.runs)), this.#facts);
    const silence = (run: Run) => this.#silenceOf(run);
    this.#runs = await this.#analyses.of(runs, this.#analysis, { silence });
    return { logs: logs.map(logRead), runs: this.#runs };
  }

  /** What stays the same must stay the same object: other patterns mean reading anew. */
  #prefer({ analysis, patterns }: FindPreferences): void {
    if (!isSame(patterns, this.#patterns)) this.#patterns = patterns;
    if (!isSame(analysis, this.#analysis)) this.#analysis = analysis;
  }

  async refresh(paths: readonly string[]): Promise<boolean> {
    const grown = await this.#logs.refresh(paths);
    const looked = new Set(paths);
    const runs = this.#runs.filter(({ run }) => run.logs.some(log => looked.has(log)));
    const silent = Math.max(0, ...runs.map(({ run }) => this.#silenceOf(run)?.seconds ?? 0));
    const same = silent === this.#silent;
    this.#silent = silent;
    return grown || !same;
  }

  /** How long the logs of a run have been silent; null where that cannot be told. */
  #silenceOf(run: Run): Silence | null {
    const written = this.#logs.written(run.logs, Date.now());
    return written && silenceOf(run, written);
  }

  dispose(): void {
    this.#ended = true;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function logRead({ runs, ...log }: ProjectLog): LogRead {
  return { ...log, hasRuns: runs.length > 0 };
}
