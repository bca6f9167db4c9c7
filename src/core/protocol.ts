/** Messages between the extension host and the panel: types only, one union per direction. */

/** What the panel shows of a run, without its points. */
export interface SeriesView {
  readonly index: number;
  readonly name: string;
  readonly metric: string;
  readonly split: 'train' | 'validation' | 'test' | null;
  readonly count: number;
}

/** A mark in the chart: on the x axis in use. `label` is ready to show. */
export interface ChartMark {
  readonly kind: 'best' | 'range' | 'onset' | 'planned' | 'suggested';
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly severity: 'error' | 'warning' | 'information' | null;
  readonly label: string;
}

export interface FindingView {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly sentence: string;
  /** `name: value`, ready to show. */
  readonly numbers: readonly string[];
  /** Index of the finding, for `openFinding`. */
  readonly index: number;
}

export interface ReplayView {
  readonly rule: string;
  readonly stopped: string;
  readonly kept: string;
  readonly cost: string;
  readonly saved: string;
}

/** One run as the panel shows it; every sentence is translated and ready. */
export interface RunView {
  readonly index: number;
  readonly name: string;
  /** Format, epochs trained and planned, number of points: ready to show. */
  readonly subtitle: string;
  readonly state: string;
  readonly stateWord: string;
  readonly verdict: string;
  readonly suggestion: string | null;
  readonly suggestionReason: string | null;
  readonly caveats: readonly string[];
  readonly findings: readonly FindingView[];
  readonly replay: readonly ReplayView[];
  readonly series: readonly SeriesView[];
  readonly metrics: readonly string[];
  readonly defaultMetric: string;
  readonly unit: string;
  /** Which axes have values. */
  readonly axes: readonly XAxis[];
  readonly marks: readonly ChartMark[];
  readonly version: number;
}

export type XAxis = 'epoch' | 'step' | 'time';

/** What the user chose in the panel; kept by the webview's own state and across reloads. */
export interface ViewState {
  readonly log: string;
  readonly run: number;
  readonly metric: string | null;
  readonly x: XAxis;
  readonly logY: boolean;
  /** 0–0.99, for the eye only. */
  readonly smoothing: number;
  readonly hidden: readonly string[];
}

/** What the panel asks to draw: one window at a width in device pixels. */
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
 * The points of a window. `packed` holds, series after series, x0 y0 x1 y1 … of the points to draw;
 * `counts[i]` says how many points series i has in it, `smoothed[i]` how many further ones follow for its smoothed line.
 */
export interface WindowData {
  readonly request: number;
  readonly packed: Float64Array;
  readonly counts: readonly number[];
  readonly smoothed: readonly number[];
  readonly drawn: number;
  readonly total: number;
}

export type PanelStage =
  | { readonly stage: 'loading'; readonly title: string; readonly bytes: number; readonly size: number }
  | { readonly stage: 'empty'; readonly title: string; readonly sentences: readonly string[] }
  | { readonly stage: 'error'; readonly title: string; readonly sentences: readonly string[] }
  | {
      readonly stage: 'curves';
      readonly title: string;
      readonly runs: readonly RunView[];
      /** What was left out or could not be read, ready to show. */
      readonly notes: readonly string[];
    };

export type ToPanel =
  | { readonly type: 'strings'; readonly strings: Readonly<Record<string, string>>; readonly language: string }
  | { readonly type: 'stage'; readonly stage: PanelStage }
  | { readonly type: 'window'; readonly data: WindowData };

export type FromPanel =
  | { readonly type: 'ready'; readonly state: ViewState | null }
  | { readonly type: 'window'; readonly id: number; readonly request: WindowRequest }
  | { readonly type: 'openFinding'; readonly run: number; readonly finding: number }
  | { readonly type: 'openRule'; readonly rule: string }
  | { readonly type: 'openLog'; readonly run: number }
  | { readonly type: 'report' };
