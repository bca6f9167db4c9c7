/** A text and where it stands in the file. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
