import type { Analysis, Consensus, Suggestion } from '../analysis/analysis';
import type { ConfigSetting } from '../config/setting';
import type { Run } from '../run/run';
import type { Block } from './evidence/block';

/** A run with what was found about it: what lens, report, tree and terminal all show. */
export interface AnalysedRun {
  readonly run: Run;
  readonly analysis: Analysis;
}

/** Why a run of a setting says nothing about how long to train. */
export type AsideReason =
  | 'other-length' // the command line said another number, or the config was edited since
  | 'crashed' // it ended right after its start
  | 'shared' // other settings may have made it just as well
  | 'interrupted'; // it ended before an optimum was seen, while more was planned

/** A run that a setting made and that its suggestion does not rest on. */
export interface AsideRun extends AnalysedRun {
  readonly why: AsideReason;
}

/** How we know that a setting made a run, strongest first. */
export type EvidenceKind =
  | 'by-hand' // the user said so
  | 'config-copy' // a resolved copy of the config stands in the run folder
  | 'same-notebook' // a cell of the notebook printed the log
  | 'logged-arguments' // the log repeats the arguments
  | 'pipeline' // a stage of a pipeline file depends on the setting and writes the log
  | 'named-together' // a command names the file with the setting, and the log or its folder
  | 'literal-path' // the config or script names the log or its folder
  | 'derived-path' // an output folder derived from the config's name
  | 'default-folder' // the tool's default folder beside the script
  | 'planned-epochs' // the planned epochs agree
  | 'only-one'; // the only setting and the only logs here

/** A config file of the project, with its settings. `path` relative to the folder, `/` between parts. */
export interface ConfigFile {
  readonly path: string;
  /** Of a notebook what stands in its cells, not what they printed. */
  readonly text: string;
  readonly settings: readonly ConfigSetting[];
  /** Notebooks: the texts that the offsets of settings are in, by their cell. */
  readonly cells?: readonly string[];
  /** Everything in it that may be a path; absent where that is still to be looked for. */
  readonly blocks?: readonly Block[];
}

/** Runs of a setting that the same kind of evidence ties to it. */
export interface TiedRuns {
  readonly how: EvidenceKind;
  readonly runs: readonly Run[];
}

/** Which setting made which runs, and how we know. */
export interface Link {
  readonly file: string;
  readonly setting: ConfigSetting;
  /** `copy`: a run record, evidence but no place for Apply. */
  readonly role: 'source' | 'copy';
  /** What the suggestion rests on; may be empty. */
  readonly runs: readonly AnalysedRun[];
  readonly aside: readonly AsideRun[];
  /** The strongest evidence that ties any of the runs. */
  readonly how: EvidenceKind;
  /** All runs, those set aside included, by what ties them, strongest first. */
  readonly tied: readonly TiedRuns[];
  /** From one run, or the consensus of several; null when they say nothing. */
  readonly suggestion: Suggestion | null;
  readonly consensus: Consensus | null;
}
