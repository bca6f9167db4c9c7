/** Colours of the parts of a chart, told apart by people with any colour vision (after Okabe and Ito); never the only difference. */
export interface Palette {
  readonly train: string;
  readonly validation: string;
  /** The suggested range and the best point. */
  readonly suggestion: string;
  /** Where a finding starts. */
  readonly onset: string;
  readonly text: string;
  readonly grid: string;
  readonly background: string;
}

/** For light backgrounds. */
export const lightPalette: Palette = {
  train: '#b35900',
  validation: '#0063a6',
  suggestion: '#00805d',
  onset: '#b3261e',
  text: '#4a4a4a',
  grid: '#d9d9d9',
  background: '#ffffff',
};

/** For dark backgrounds. */
export const darkPalette: Palette = {
  train: '#f0a040',
  validation: '#62b8f0',
  suggestion: '#3fcf9f',
  onset: '#ff8a80',
  text: '#b8b8b8',
  grid: '#454545',
  background: '#1f1f1f',
};
