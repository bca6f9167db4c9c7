/** Which epoch each step was in, as a file beside the logs says it; both ascending. */
export interface EpochTable {
  /** Path of that file. */
  readonly log: string;
  readonly steps: readonly number[];
  readonly epochs: readonly number[];
}

/** DVCLive logs the epoch like a metric, with the steps that all its metrics share. */
const EPOCHS = /(?:^|\/)plots\/(?:metrics|scalars)\/epoch\.tsv$/;

/** Whether a file of this path is such a table. */
export function isEpochTable(path: string): boolean {
  return EPOCHS.test(path);
}

/** Reads the beginning of such a file; `null`: it is none. A last line that is cut off is left out. */
export function epochTableIn(path: string, text: string): EpochTable | null {
  const lines = text.split(/\r?\n/).slice(0, -1);
  const header = lines[0]?.split('\t') ?? [];
  const [step, epoch] = [header.indexOf('step'), header.indexOf('epoch')];
  if (step < 0 || epoch < 0) return null;
  const rows = lines.slice(1).map(line => {
    const cells = line.split('\t').map(Number);
    return [cells[step] ?? NaN, cells[epoch] ?? NaN] as const;
  });
  const rising = risingOf(rows);
  return rising.length === 0
    ? null
    : { log: path, steps: rising.map(row => row[0]), epochs: rising.map(row => row[1]) };
}

/** The rows in which the step rises and the epoch does not fall. */
function risingOf(rows: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  let [last, label] = [-Infinity, 0];
  return rows.filter(([step, epoch]) => {
    if (!(step > last && epoch >= label)) return false;
    [last, label] = [step, epoch];
    return true;
  });
}

/** The epoch of a step: that of the last step up to it; NaN before the first and beyond the last. */
export function epochOfStep({ steps, epochs }: EpochTable, step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! <= step) low = middle + 1;
    else high = middle;
  }
  return low === 0 || !(step <= steps.at(-1)!) ? NaN : epochs[low - 1]!;
}
