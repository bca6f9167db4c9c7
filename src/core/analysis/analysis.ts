import type { Goal, RunUnit, Split } from '../run/run';

/** What a run looks like; the first that applies, in the order of architecture.md "State". */
export type RunState =
  | 'diverged'
  | 'too-short'
  | 'no-validation'
  | 'noisy'
  | 'overfitting'
  | 'improving'
  | 'plateau'
  | 'converged';

/** The rules; also the codes in the Problems list and the names of the pages in docs/rules. */
export type RuleId =
  | 'divergence'
  | 'double-descent'
  | 'early-stopping'
  | 'grokking'
  | 'impossible-values'
  | 'last-not-best'
  | 'learning-rate-drop'
  | 'learning-rate-spent'
  | 'oscillation'
  | 'overfitting'
  | 'plateau'
  | 'range-test'
  | 'repeated-data'
  | 'restarts'
  | 'slow-learning'
  | 'spike'
  | 'stalled'
  | 'still-improving'
  | 'too-noisy'
  | 'too-short'
  | 'training-only'
  | 'underfitting'
  | 'validation-leak'
  | 'views-disagree';

export type Severity = 'error' | 'warning' | 'information';

/** The measurements behind a finding, by name; the sentences in report/ use them. */
export type Evidence = Readonly<Record<string, number | string>>;

/** What a rule noticed on a run. `from` and `to` are labels on the run's own axis (epoch as printed, else step). */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
  /** Rows of the run where it starts and ends, for lines in the log and marks in the chart. */
  readonly fromRow: number;
  readonly toRow: number;
  readonly evidence: Evidence;
}

/** The series a verdict is about; `index` into `Run.series`. */
export interface Monitor {
  readonly index: number;
  readonly name: string;
  readonly metric: string;
  readonly split: Split | null;
  readonly goal: Goal;
}

/** The raw extreme, the earliest on ties. `epoch` as the log labels it, `count` = how much was trained by then. */
export interface Best {
  readonly epoch: number;
  readonly count: number;
  readonly value: number;
  readonly row: number;
}

/** Why a suggestion is what it is; each has its sentence. */
export type SuggestionReason =
  | 'lowest-validation' // the smoothed optimum lies inside the run
  | 'within-noise' // earlier counts are as good, within noise
  | 'still-improving' // no optimum seen yet: low = what was trained, epochs beyond it, people see the range
  | 'overfitting'
  | 'consensus';

/** How many epochs the evidence supports. All in counts of `unit`, `low` ≤ `epochs` ≤ `high`. */
export interface Suggestion {
  readonly epochs: number;
  readonly low: number;
  readonly high: number;
  readonly unit: RunUnit;
  /** 0–1. */
  readonly confidence: number;
  readonly reason: SuggestionReason;
  readonly evidence: Evidence;
  /** What applies besides, most important first. */
  readonly caveats: readonly Caveat[];
}

export type Caveat =
  | 'learning-rate-decays' // the schedule is tied to the planned end
  | 'learning-rate-spent' // the same, and the run still improved when the rate was nearly nothing
  | 'early-stopped' // the curve is cut by a rule
  | 'noise'
  | 'short-log'
  | 'score-disagrees' // loss and score have their optimum at different epochs
  | 'two-groups' // of several runs: their bests lie at two places
  | 'outliers' // of several runs: some are unlike the others
  | 'left-out' // of several runs: some took no part
  | 'single-run'
  | 'training-only';

/** Where a run that is still improving is heading, at `atCount` (the planned end where known). */
export interface Forecast {
  readonly atCount: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the rest of the planned run improves the best so far by more than 1 % of the range so far. */
  readonly improves: number;
  /** Count at which the best of the whole planned run is expected, and between which it lies in four cases of five at least. */
  readonly bestCount: number;
  readonly bestLow: number;
  readonly bestHigh: number;
  /** Whether the learning rate decays towards the planned end: most of the last fall is then still to come. */
  readonly decays: boolean;
}

/** What a stopping rule would have done: `stopCount` null when it never fires. `regret` in units of the metric, ≥ 0. */
export interface ReplayResult {
  readonly rule: string;
  readonly patience: number | null;
  readonly stopCount: number | null;
  readonly keptCount: number;
  readonly value: number;
  readonly regret: number;
  /** Counts not trained, 0 when it never fires. */
  readonly saved: number;
}

/** Everything said about one run. */
export interface Analysis {
  readonly monitor: Monitor | null;
  readonly state: RunState;
  readonly best: Best | null;
  readonly suggestion: Suggestion | null;
  /** Count at which the causal stopping rule would have stopped; null when it would not. Depends on nothing after it. */
  readonly stopAt: number | null;
  readonly forecast: Forecast | null;
  readonly replay: readonly ReplayResult[];
  /** What patience counts as an improvement: better by more than this, in units of the metric. */
  readonly minDelta: number;
  readonly findings: readonly Finding[];
  /** Counts of what was trained and of evaluations of the monitored series. */
  readonly trained: number;
  readonly evaluations: number;
  /** Median seconds per epoch (or unit) where the log tells, else null. */
  readonly secondsPerUnit: number | null;
}

/** What several runs of one thing (folds, seeds) say together; counts of epochs. */
export interface Consensus {
  readonly runs: number;
  readonly epochs: number;
  readonly low: number;
  readonly high: number;
  readonly unit: RunUnit;
  /** What most of the runs are judged by, as the log of the first of them names it. */
  readonly metric: string;
  /** Mean and standard deviation over runs of the best value, and of the count it was reached at. */
  readonly bestMean: number;
  readonly bestSpread: number;
  readonly countMean: number;
  readonly countSpread: number;
  /** Where the bests of the runs lie when they lie at two places; null when at one. */
  readonly groups: readonly [RunGroup, RunGroup] | null;
  /** Names of runs whose best, or where it lies, is unlike that of the others. */
  readonly outliers: readonly string[];
  /** Names of runs that took no part: diverged, too short, or measured otherwise. */
  readonly leftOut: readonly string[];
}

/** Runs whose bests lie close together: how many, and their median count. */
export interface RunGroup {
  readonly runs: number;
  readonly count: number;
}
