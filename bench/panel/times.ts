/** Milliseconds: from the data to a painted chart; then of one step of panning at half the width, without and with painting. */
export interface PanelTimes {
  readonly first: number;
  readonly pan: number;
  readonly painted: number;
  /** Bytes of an answer of the host; 0 for those that have none. */
  readonly bytes: number;
}

export type Drawer = 'ours' | 'uplot' | 'chartjs';
