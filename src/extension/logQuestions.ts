import type { RowPlace } from '../core/project/judgedRun';
import type {
  LineRequest,
  PanelStage,
  Places,
  PointRef,
  SeriesRef,
  WindowData,
  WindowRequest,
  XAxis,
} from '../core/protocol';

/** What the page has chosen to see of a log. */
export interface InView {
  /** The run in view; the one that says most for null, or when there is none there. */
  readonly run: number | null;
  /** Names of the runs beside it: all of them when empty, none for null. */
  readonly compared: readonly string[] | null;
}

/** What only those can answer who have the values of a log, which may be another thread. */
export type LogQuestion =
  /** What the panel shows; nothing counts as muted. */
  | { readonly kind: 'panel'; readonly inView: InView }
  | { readonly kind: 'window'; readonly request: WindowRequest; readonly id: number }
  /** Where the value was logged that is drawn nearest to a place on an axis. */
  | {
      readonly kind: 'point';
      readonly series: SeriesRef;
      readonly x: XAxis;
      readonly at: number;
    }
  /** Where values stand that are drawn nearest to places on an axis. */
  | { readonly kind: 'places'; readonly points: readonly PointRef[]; readonly x: XAxis }
  /** What stands at a line (1-based) of a log, or was the last before it. */
  | { readonly kind: 'cursor'; readonly path: string; readonly line: number }
  /** Every value of these lines. */
  | {
      readonly kind: 'values';
      readonly format: 'csv' | 'json';
      readonly lines: readonly LineRequest[];
      readonly x: XAxis;
    }
  /** A run in a few lines of Markdown; `image`: the name of its picture's file. */
  | { readonly kind: 'markdown'; readonly run: number; readonly image: string };

/** A point of a run: where it is drawn on each axis that it has a place on. */
export interface CursorPlaces {
  readonly run: number;
  readonly places: Places;
}

/** What is answered to each kind of question; null: there is nothing there. */
export interface LogAnswers {
  readonly panel: PanelStage;
  readonly window: WindowData;
  readonly point: RowPlace | null;
  readonly places: readonly (Places | null)[];
  readonly cursor: CursorPlaces | null;
  readonly values: string;
  readonly markdown: string;
}

/** A question of one kind. */
export type QuestionOf<K extends keyof LogAnswers> = Extract<LogQuestion, { kind: K }>;
