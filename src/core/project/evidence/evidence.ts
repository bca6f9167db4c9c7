import type { AnalysedRun, ConfigFile, EvidenceKind } from '../project';
import type { ConfigSetting } from '../../config/setting';
import type { HandTie } from '../handTies';
import type { LogPlaces } from '../logPlaces';
import type { Steps } from '../../run/steps';
import type { TextFacts } from './textFacts';

/** A total length in a file that people edit. */
export interface Source {
  readonly file: ConfigFile;
  readonly setting: ConfigSetting;
}

/** A run with where it lives. */
export interface PlacedRun {
  readonly analysed: AnalysedRun;
  readonly logs: readonly string[];
  /** The folder that belongs to it. */
  readonly home: string;
}

/** What evidence is found in. */
export interface ProjectFacts {
  readonly files: readonly ConfigFile[];
  readonly sources: readonly Source[];
  /** The sources of a file that has any. */
  readonly sourcesIn: ReadonlyMap<ConfigFile, readonly Source[]>;
  /** Total lengths in run records. */
  readonly copies: readonly Source[];
  readonly runs: readonly PlacedRun[];
  readonly logs: LogPlaces;
  readonly tree: readonly string[];
  readonly texts: TextFacts;
  /** What the user said about a run; `null`: nothing. */
  saidOf(run: PlacedRun): HandTie | null;
  /** The records about a run, the nearest folder only. */
  recordsOf(run: PlacedRun): readonly Source[];
}

/** A source that may have made a run; more `points` are stronger, within one kind of evidence only. */
export interface Tie {
  readonly source: Source;
  readonly points: number;
}

/** The sources that may have made a run. */
export type TiesOf = (run: PlacedRun) => readonly Tie[];

/** One kind of evidence. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Whether it says more than numbers that disagree: a default that the command line overrode. */
  readonly overrules: boolean;
  /** Looks over the project once, then answers for each run; in steps, a file each, where it reads texts. */
  over(facts: ProjectFacts): TiesOf | Steps<TiesOf>;
}
