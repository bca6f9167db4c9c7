import type { WrittenPath } from '../../config/writtenPath';

/** A part of a file that is about one training: a command of a script, else the whole file. */
export interface Block {
  readonly paths: readonly WrittenPath[];
  /** Offsets in the text; what is set inside is what the paths are about. */
  readonly start: number;
  readonly end: number;
}
