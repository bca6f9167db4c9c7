import type { LogSink, RecordShape } from '../../format';

/** Columns that say which run a row is of. */
export const RUN_NAME =
  /^(?:run|exp|experiment|model|fold|seed|trial|client|agent|method|algorithm|algo|arch|architecture|variant|job)(?:[_ .-]?(?:id|name|no|num|idx|hash))?$/i;

/** Rows held back beyond which the rest is left out: who writes rows of several runs writes few. */
const MOST_ROWS = 200_000;

interface Row {
  readonly shape: RecordShape;
  readonly values: Float64Array;
  readonly line: number;
}

/** Holds the rows of several runs back, and gives them out run by run. */
export class HeldRuns {
  readonly #runs = new Map<string, Row[]>();
  #rows = 0;

  /** Takes a row of a run; `values` is kept. */
  add(run: string, row: Row): void {
    if (this.#rows >= MOST_ROWS) return;
    this.#rows++;
    const rows = this.#runs.get(run);
    if (rows === undefined) this.#runs.set(run, [row]);
    else rows.push(row);
  }

  /** Gives out everything held back. */
  flush(sink: LogSink): void {
    for (const [name, rows] of this.#runs) {
      sink.mark({ kind: 'run', name, line: rows[0]!.line });
      for (const { shape, values, line } of rows) sink.record(shape, values, line);
    }
    this.#runs.clear();
  }
}
