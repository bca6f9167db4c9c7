import type { XAxis } from './axis';
import type { AxisView } from './chart';

/** What the panel shows of a series, without its points. */
export interface SeriesView {
  /** Index into `Run.series`. */
  readonly index: number;
  readonly name: string;
  readonly metric: string;
  readonly split: 'train' | 'validation' | 'test' | null;
  readonly count: number;
  /** The axes that it has values on. */
  readonly axes: readonly XAxis[];
}

export interface FindingView {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly sentence: string;
  /** `name: value`, ready to show. */
  readonly numbers: readonly string[];
  /** What to do about it, ready to show. */
  readonly remedies: readonly string[];
  /** Index of the finding, for `openFinding`. */
  readonly index: number;
  /** The user does not want to be told of it. */
  readonly muted: boolean;
}

/** What a stopping rule would have done; cells ready to show. */
export interface ReplayView {
  readonly rule: string;
  readonly stopped: string;
  readonly kept: string;
  readonly cost: string;
  readonly saved: string;
}

/** A value and where it was reached, ready to show; NaN where there is none. `value` is there to sort by. */
export interface ShownValue {
  readonly text: string;
  readonly value: number;
}

/** A run in the list of runs: what its row of the table says. */
export interface RunItem {
  readonly index: number;
  /** Unique within the log. */
  readonly name: string;
  readonly stateWord: string;
  readonly tone: Tone;
  readonly best: ShownValue;
  readonly last: ShownValue;
  readonly trained: ShownValue;
  readonly suggested: ShownValue;
  /** Seconds, where the log tells. */
  readonly took: ShownValue;
  /** Values of the parameters in which the runs of the log differ, in the order of `PanelStage.parameters`. */
  readonly parameters: readonly string[];
}

/** A run that is drawn beside others: its curves and how far its axes reach. */
export interface ComparedRun {
  readonly index: number;
  readonly name: string;
  readonly series: readonly SeriesView[];
  readonly axes: readonly Pick<AxisView, 'axis' | 'from' | 'to'>[];
}

/** How a run is doing, in one of four tones; the words are in `stateWord` and `verdict`. */
export type Tone = 'good' | 'neutral' | 'warning' | 'error';

/** What several runs come to, where that is more than any of them alone; sentences as in `RunView`. */
export type RunsView = Pick<
  RunView,
  'stateWord' | 'tone' | 'verdict' | 'suggestion' | 'suggestionReason' | 'caveats'
>;

/** The run in view; every sentence is translated and ready. */
export interface RunView {
  readonly index: number;
  readonly name: string;
  /** Format, epochs trained and planned, number of points: ready to show. */
  readonly subtitle: string;
  readonly state: string;
  readonly stateWord: string;
  readonly tone: Tone;
  readonly verdict: string;
  readonly suggestion: string | null;
  readonly suggestionReason: string | null;
  readonly caveats: readonly string[];
  /** Where a run that has not reached its planned end is heading; empty for any other. */
  readonly outlook: readonly string[];
  readonly findings: readonly FindingView[];
  readonly replay: readonly ReplayView[];
  /** What each patience from 1 on would have done, a sentence for each. */
  readonly patience: readonly string[];
  /** The metric that is judged; null: none. */
  readonly judged: string | null;
  readonly series: readonly SeriesView[];
  /** Canonical names of the metrics that have a series, the default one first. */
  readonly metrics: readonly string[];
  /** The axes that have values, the default one first. */
  readonly axes: readonly AxisView[];
}
