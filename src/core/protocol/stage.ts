import type { ComparedRun, RunItem, RunsView, RunView } from './run';

/** What the panel is to show. */
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
      /** Grows with every change of the runs: points asked for before are out of date. */
      readonly version: number;
      readonly runs: readonly RunItem[];
      /** Names of the parameters in which the runs differ. */
      readonly parameters: readonly string[];
      readonly run: RunView;
      /** The runs that are compared, when the page asked for some; at most a hundred. */
      readonly compared: readonly ComparedRun[];
      /** What these come to together; null for fewer than two of them. */
      readonly together: RunsView | null;
      /** Still reading: how far; null when read to the present end. */
      readonly progress: { readonly bytes: number; readonly size: number } | null;
      /** Why what is shown is no longer what the file holds, ready to show; null when it is. */
      readonly stale: string | null;
      /** What was left out or could not be read, ready to show. */
      readonly notes: readonly string[];
    };
