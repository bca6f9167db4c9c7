import type { LogMark, LogProblem, LogSink, RecordShape } from '../log/format';
import { finishRun } from './finishRun';
import { GrowingRun } from './growingRun';
import { beginsAnew, isOncePerEpoch } from './restart';
import type { Run } from './run';
import { type Layout, layoutOf, type Track } from './track';

/** Runs in one log beyond which it is no training log but something that merely looks so. */
const MOST_RUNS = 10_000;
const MOST_PROBLEMS = 200;
/** Shapes of records beyond which names are no names any more (`sample_81234 loss: 0.3`): further ones are left out. */
const MOST_SHAPES = 10_000;

/**
 * Makes runs of the records of one log: tells restarts, folds and appended launches apart, makes axes, and gives
 * every series its metric, split and goal. Everything it hands out shares its columns: no point is copied.
 */
export class RunBuilder implements LogSink {
  readonly problems: LogProblem[] = [];
  readonly #log: string;
  readonly #format: string;
  readonly #runs: GrowingRun[] = [new GrowingRun(null)];
  readonly #layouts = new Map<RecordShape, Layout>();
  /** Keys of the series that have one value per epoch in some run of this log. */
  readonly #once = new Set<string>();
  #current: GrowingRun = this.#runs[0]!;

  constructor(log: string, format: string) {
    this.#log = log;
    this.#format = format;
  }

  record(shape: RecordShape, values: Float64Array, line: number): void {
    let layout = this.#layouts.get(shape);
    if (layout === undefined) {
      if (this.#layouts.size >= MOST_SHAPES) return;
      layout = layoutOf(shape);
      this.#layouts.set(shape, layout);
    }
    if (layout.values.length === 0) return;
    const axes = axesOf(layout, values);
    const once = (track: Track): boolean => this.#once.has(keyOf(track)) || isOncePerEpoch(track);
    const before = this.#current.tracksOf(shape, layout);
    if (beginsAnew(before, axes.epoch, axes.step, once)) this.#begin(null);
    this.#current.push(layout, this.#current.tracksOf(shape, layout), values, line, axes);
  }

  mark(mark: LogMark): void {
    if (mark.kind === 'run' && !this.#current.isEmpty) this.#begin(mark.name, mark.alone);
    else this.#current.mark(mark);
  }

  problem(problem: LogProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
  }

  /** The runs that hold at least one curve, in the order of the log. Call again after more was read. */
  runs(): readonly Run[] {
    const all = this.#runs
      .filter(growing => !growing.isEmpty)
      .map(growing => ({
        called: growing.facts.name,
        run: finishRun(growing, this.#log, this.#log, this.#format),
      }))
      .filter(({ run }) => run.series.length > 0);
    const judged = all.filter(({ run }) =>
      run.series.some(series => series.goal !== null || series.count > 1),
    );
    const kept = judged.length > 0 ? judged : all;
    if (kept.length === 1) return [kept[0]!.run];
    return kept.map(({ called, run }, index) => ({
      ...run,
      name: `${this.#log} ${called ?? `#${index + 1}`}`,
    }));
  }

  #begin(name: string | null, alone = false): void {
    for (const track of this.#current.tracks.values()) {
      if (isOncePerEpoch(track)) this.#once.add(keyOf(track));
    }
    if (this.#runs.length >= MOST_RUNS) return;
    const next = new GrowingRun(name);
    // What the log said about the launch holds for all its runs until it says otherwise.
    const { planned, unit, epochBase } = this.#current.facts;
    if (!alone) Object.assign(next.facts, { planned, unit, epochBase });
    this.#runs.push(next);
    this.#current = next;
  }
}

function keyOf(track: Track): string {
  return `${track.name}\n${track.split ?? ''}`;
}

function axesOf(
  layout: Layout,
  values: Float64Array,
): { epoch: number; step: number; time: number } {
  const at = (index: number): number => (index < 0 ? NaN : values[index]!);
  const step = at(layout.step);
  // Sentence-Transformers writes step -1 for "at the end of the epoch".
  return { epoch: at(layout.epoch), step: step < 0 ? NaN : step, time: at(layout.time) };
}
