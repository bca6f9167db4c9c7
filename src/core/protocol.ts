/** Messages between the extension host and the panel: types only, one union per direction. */

export type XAxis = 'epoch' | 'step' | 'time';

/** What the panel shows of a series, without its points. */
export interface SeriesView {
  /** Index into `Run.series`. */
  readonly index: number;
  readonly name: string;
  readonly metric: string;
  readonly split: 'train' | 'validation' | 'test' | null;
  readonly count: number;
}

/**
 * A mark in the chart, at `from`–`to` on the axis it is listed under. A mark with a `metric` is drawn only
 * where that metric is; `value` is its height, where it has one. `label` is ready to show.
 */
export interface ChartMark {
  readonly kind: 'best' | 'range' | 'onset' | 'planned';
  readonly from: number;
  readonly to: number;
  readonly metric: string | null;
  readonly value: number | null;
  readonly severity: 'error' | 'warning' | 'information' | null;
  readonly label: string;
}

/** An axis that the run has values for: its label, its first and last value, and the marks on it. */
export interface AxisView {
  readonly axis: XAxis;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly marks: readonly ChartMark[];
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
}

/** What a stopping rule would have done; cells ready to show. */
export interface ReplayView {
  readonly rule: string;
  readonly stopped: string;
  readonly kept: string;
  readonly cost: string;
  readonly saved: string;
}

/** A run in the list of runs. */
export interface RunItem {
  readonly index: number;
  readonly name: string;
  readonly stateWord: string;
}

/** How a run is doing, in one of four tones; the words are in `stateWord` and `verdict`. */
export type Tone = 'good' | 'neutral' | 'warning' | 'error';

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
  readonly findings: readonly FindingView[];
  readonly replay: readonly ReplayView[];
  readonly series: readonly SeriesView[];
  /** Canonical names of the metrics that have a series, the default one first. */
  readonly metrics: readonly string[];
  /** The axes that have values, the default one first. */
  readonly axes: readonly AxisView[];
  /** Grows with every change of the run: points asked for before are out of date. */
  readonly version: number;
}

/** What the user chose in the panel; kept by the webview's own state and across reloads. */
export interface ViewState {
  /** Address of the log. */
  readonly log: string;
  /** Null: the run that says most. */
  readonly run: number | null;
  /** Canonical metric; null: the run's default. */
  readonly metric: string | null;
  /** Null: the run's default. */
  readonly x: XAxis | null;
  readonly logY: boolean;
  /** 0–0.99, for the eye only. */
  readonly smoothing: number;
  /** Series switched off, by split and name. */
  readonly hidden: readonly string[];
  readonly table: boolean;
}

/** What the panel asks to draw: one window at a width in device pixels; `from` and `to` null: everything. */
export interface WindowRequest {
  readonly run: number;
  readonly series: readonly number[];
  readonly x: XAxis;
  readonly from: number | null;
  readonly to: number | null;
  readonly width: number;
  readonly smoothing: number;
}

/**
 * The points of a window. `packed` holds x0 y0 x1 y1 … of the points to draw: for each series first `counts[i]`
 * points as logged, then `smoothed[i]` points of its smoothed line. NaN and infinities are values.
 */
export interface WindowData {
  /** The `id` this answers. */
  readonly request: number;
  readonly packed: Float64Array;
  readonly series: readonly number[];
  readonly counts: readonly number[];
  readonly smoothed: readonly number[];
  /** Points in `packed` that were logged, and how many the window really has. */
  readonly drawn: number;
  readonly total: number;
}

export type PanelStage =
  | {
      readonly stage: 'loading';
      readonly title: string;
      readonly bytes: number;
      readonly size: number;
    }
  | { readonly stage: 'empty'; readonly title: string; readonly sentences: readonly string[] }
  | { readonly stage: 'error'; readonly title: string; readonly sentences: readonly string[] }
  | {
      readonly stage: 'curves';
      readonly title: string;
      readonly runs: readonly RunItem[];
      readonly run: RunView;
      /** Still reading: how far; null when read to the present end. */
      readonly progress: { readonly bytes: number; readonly size: number } | null;
      /** Why what is shown is no longer what the file holds, ready to show; null when it is. */
      readonly stale: string | null;
      /** What was left out or could not be read, ready to show. */
      readonly notes: readonly string[];
    };

/** The fixed words of the panel; `{name}` is filled in by the panel. */
export type PanelWord =
  | 'run'
  | 'metric'
  | 'xAxis'
  | 'smoothing'
  | 'logY'
  | 'resetZoom'
  | 'zoomHint'
  | 'report'
  | 'openLog'
  | 'legend'
  | 'train'
  | 'validation'
  | 'test'
  | 'dashed'
  | 'solid'
  | 'dotted'
  | 'findings'
  | 'noFindings'
  | 'showInLog'
  | 'aboutRule'
  | 'remedies'
  | 'suggestion'
  | 'noSuggestion'
  | 'replay'
  | 'noReplay'
  | 'replayRule'
  | 'replayStopped'
  | 'replayKept'
  | 'replayCost'
  | 'replaySaved'
  | 'table'
  | 'tableMore'
  | 'drawing'
  | 'smoothingNote'
  | 'notPositive'
  | 'notFinite'
  | 'noPoints'
  | 'allHidden'
  | 'loading'
  | 'loadingOf'
  | 'newFinding'
  | 'chartSummary'
  | 'seriesSummary'
  | 'chartKeys'
  | 'notes';

export type PanelWords = Readonly<Record<PanelWord, string>>;

export type ToPanel =
  /** First answer to `ready`: which log this is, and in which words. */
  | {
      readonly type: 'hello';
      readonly log: string;
      readonly words: PanelWords;
      readonly language: string;
    }
  | { readonly type: 'stage'; readonly stage: PanelStage }
  | { readonly type: 'window'; readonly data: WindowData };

export type FromPanel =
  | { readonly type: 'ready'; readonly state: ViewState | null }
  | { readonly type: 'window'; readonly id: number; readonly request: WindowRequest }
  | { readonly type: 'showRun'; readonly run: number }
  | { readonly type: 'openFinding'; readonly run: number; readonly finding: number }
  | { readonly type: 'openRule'; readonly rule: string }
  | { readonly type: 'openLog'; readonly run: number }
  | { readonly type: 'report' };
