/** Stands in a path for what the file does not say: the time, a name given on the command line. */
export const HOLE = '\0';

/** A path as a file writes it, with what the file says put into its placeholders. */
export interface WrittenPath {
  /** `/` or `\` between parts, `HOLE` for what is not known. */
  readonly text: string;
  /** What stands before it: `output_dir=`, `to_csv(`. */
  readonly before: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
}
