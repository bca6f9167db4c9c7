import type { XAxis } from './axis';
import type { SmootherName } from './window';

/** How runs are compared: one alone, beside each other, by their mean and spread, by their difference from one. */
export type Compare = 'single' | 'overlay' | 'mean' | 'difference';

/** How the values at the cursor are listed: as the curves are, from the pointer outwards, by value. */
export type TooltipOrder = 'listed' | 'nearest' | 'ascending' | 'descending';

/** How the user wants curves to look; kept with the workspace, so that a panel that is opened anew has it. */
export interface Looks {
  /** Colours by names of runs: names of the theme's, or `#rrggbb`. */
  readonly colours: Readonly<Record<string, string>>;
  /** What runs beside each other are grouped and coloured by: an expression over their names, or the name of a parameter; empty: nothing. */
  readonly groupBy: string;
  /** Least width of each of many charts, in CSS pixels. */
  readonly chartWidth: number;
}

/** What the user chose in the panel; kept by the webview's own state and across reloads. */
export interface ViewState extends Looks {
  /** Address of the log. */
  readonly log: string;
  /** Null: the run that says most. */
  readonly run: number | null;
  /** Canonical metric; null: the run's default. */
  readonly metric: string | null;
  /** Every metric in a chart of its own. */
  readonly all: boolean;
  /** Of all metrics those whose name holds every word; empty: all. */
  readonly find: string;
  /** Metrics that stand first among all. */
  readonly pinned: readonly string[];
  /** Sections of metrics that are closed. */
  readonly closed: readonly string[];
  /** Null: the run's default. */
  readonly x: XAxis | null;
  readonly logX: boolean;
  readonly logY: boolean;
  /** The y axis shows where most values are. */
  readonly robust: boolean;
  /** 0–0.99, for the eye only. */
  readonly smoothing: number;
  readonly smoother: SmootherName;
  readonly compare: Compare;
  /** Names of the runs that are compared; empty: all. */
  readonly compared: readonly string[];
  /** Name of the run that differences are taken from; null: the one in view. */
  readonly baseline: string | null;
  /** Series switched off, by their keys. */
  readonly hidden: readonly string[];
  /** The part of the x axis in view; null: everything. */
  readonly zoom: { readonly axis: XAxis; readonly from: number; readonly to: number } | null;
  /** Ends of the y axis by metric, where they are not left to the data. */
  readonly limits: Readonly<Record<string, readonly [number, number]>>;
  /** Patience whose stop is marked; 0: none. */
  readonly patience: number;
  readonly tooltip: TooltipOrder;
  /** Values at the cursor come with their places on the other axes; those that are kept there always do. */
  readonly places: boolean;
  readonly table: boolean;
  readonly runs: boolean;
}
