import type { XAxis } from './axis';
import type { PanelStage } from './stage';
import type { Looks, ViewState } from './state';
import type { LineRequest, Places, PointRef, SeriesRef, WindowData, WindowRequest } from './window';
import type { PanelWords } from './words';

export type ToPanel =
  /** First answer to `ready`: which log this is, and in which words. */
  | {
      readonly type: 'hello';
      readonly log: string;
      /** It is several logs, opened to be compared. */
      readonly isSeveral: boolean;
      readonly words: PanelWords;
      readonly language: string;
      /** As they were chosen in this workspace before, in whatever shape; null: never. */
      readonly looks: unknown;
    }
  | { readonly type: 'stage'; readonly stage: PanelStage }
  | { readonly type: 'window'; readonly data: WindowData }
  /** The log is read anew or was closed: a window will not come, other news will. */
  | { readonly type: 'unanswered'; readonly id: number }
  /** Where the points that were asked for stand, in their order; null: nowhere. */
  | {
      readonly type: 'places';
      readonly id: number;
      readonly places: readonly (Places | null)[];
    }
  /** The cursor in the log stands at a row of a run: where it is drawn, by axis. */
  | {
      readonly type: 'cursor';
      readonly run: number;
      readonly places: Places;
    };

/** What can be saved of the panel. `png` and `svg` come from the page, the rest is made from the full data. */
export type ExportKind = 'png' | 'svg' | 'csv' | 'json' | 'markdown';

export type FromPanel =
  | { readonly type: 'ready'; readonly state: ViewState | null }
  | { readonly type: 'window'; readonly id: number; readonly request: WindowRequest }
  /** Where points that are drawn on an axis stand on all of them. */
  | {
      readonly type: 'places';
      readonly id: number;
      readonly x: XAxis;
      readonly points: readonly PointRef[];
    }
  /** Another run is in view (null: the one that says most), or others are compared (empty: all; null: none). */
  | {
      readonly type: 'show';
      readonly run: number | null;
      readonly compared: readonly string[] | null;
    }
  | { readonly type: 'openFinding'; readonly run: number; readonly finding: number }
  /** The line in the log of the point of a series at `at` on an axis. */
  | {
      readonly type: 'openPoint';
      readonly series: SeriesRef;
      readonly x: XAxis;
      readonly at: number;
    }
  | { readonly type: 'openRule'; readonly rule: string }
  /** Mutes a finding, asking how far; or takes the mute of this log back. */
  | {
      readonly type: 'mute';
      readonly run: number;
      readonly rule: string;
      readonly muted: boolean;
    }
  | { readonly type: 'keepLooks'; readonly looks: Looks }
  | { readonly type: 'openLog'; readonly run: number }
  | { readonly type: 'copy'; readonly text: string }
  /** `picture`: the bytes of a PNG, or the text of an SVG as bytes; empty where none is needed. */
  | {
      readonly type: 'export';
      readonly kind: ExportKind;
      readonly run: number;
      readonly picture: Uint8Array;
      readonly lines: readonly LineRequest[];
      readonly x: XAxis;
      readonly metric: string;
    }
  /** Opens the report, and asks where to save it when `saves`. */
  | { readonly type: 'report'; readonly saves: boolean };
