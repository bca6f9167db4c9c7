/** Who takes the lines. Bytes are UTF-8 and valid during the call only. */
export interface LineTaker {
  /** One line: `bytes` from `from` up to `to`, without its end; 1-based number; whether a CR drew over it. */
  line(bytes: Uint8Array, from: number, to: number, line: number, redrawn: boolean): void;
  /**
   * The fast way, if there is one: takes as many whole lines as it can, from the beginning of line `line` at `from`. Lines
   * end with LF or CRLF, `bytes[to - 1]` is an LF. Says where it stopped: at the beginning of a line, which
   * then comes by `line`; `taken` is how many lines it took. Lines longer than `maxLength` are not for it.
   */
  run?(bytes: Uint8Array, from: number, to: number, line: number): number;
  /** Lines that the last call of `run` took. */
  readonly taken?: number;
}

/** As in `LineOptions` (lines.ts), lengths in bytes of UTF-8. */
export interface ByteLineOptions {
  readonly encoding?: string;
  readonly redraws?: 'last' | 'all';
  readonly maxLength?: number;
  readonly onTooLong?: (line: number) => void;
}

/** A state of a line between two CRs, by its place in the bytes at hand. */
export interface Drawn {
  from: number;
  to: number;
  readonly line: number;
}
