import type { LogMark, LogProblem, LogSink, RecordShape } from '../log/format';
import { finishRun } from './finishRun';
import { GrowingRun } from './growingRun';
import { Place } from './place';
import { beginsAnew, isOncePerEpoch } from './restart';
import type { Run } from './run';
import type { Counters } from './standing';
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
  readonly #isOnce = (track: Track): boolean =>
    this.#once.has(keyOf(track)) || isOncePerEpoch(track);
  #current: GrowingRun = this.#runs[0]!;
  /** Where records of each shape go in the present run; `null`: nowhere. */
  readonly #places = new Map<RecordShape, Place | null>();
  /** The shape of the last record and its place. */
  #shape: RecordShape | null = null;
  #place: Place | null = null;
  /**
   * The last record had the shape of the one at hand, and all its series have several values: while counters do not fall,
   * no run can begin.
   */
  #goesOn = false;
  #lastEpoch = NaN;
  #lastStep = NaN;
  #hasTooMany = false;
  /** The counters of the record at hand. */
  readonly #counters: Counters = new Float64Array(3);
  /** One record out of a block. */
  #row = new Float64Array(16);

  constructor(log: string, format: string) {
    this.#log = log;
    this.#format = format;
  }

  record(shape: RecordShape, values: Float64Array, line: number): void {
    if (shape !== this.#shape) this.#change(shape, line);
    const place = this.#place;
    if (place === null) return;
    const counters = this.#counters;
    putCounters(place.layout, values, counters);
    const falls = counters[0]! < this.#lastEpoch || counters[1]! < this.#lastStep;
    if ((this.#goesOn && !falls) || place.goesOn(counters)) {
      this.#current.push(place, values, line, counters);
      this.#goesOn = true;
    } else this.#recordAfterCheck(shape, place, values, line);
    this.#lastEpoch = counters[0]!;
    this.#lastStep = counters[1]!;
  }

  records(
    shape: RecordShape,
    values: Float64Array,
    stride: number,
    first: number,
    count: number,
    line: number,
  ): void {
    const width = shape.fields.length;
    if (this.#row.length < width) this.#row = new Float64Array(width);
    const row = this.#row;
    const end = first + count;
    const block = { values, stride, count: end, line: line - first };
    for (let at = first; at < end;) {
      for (let field = 0; field < width; field++) row[field] = values[field * stride + at]!;
      this.record(shape, row, block.line + at);
      at++;
      const place = this.#place;
      if (place === null || !this.#goesOn || at === end) continue;
      const counters = this.#counters;
      const following = this.#current.following(block, place, at, counters);
      if (following === 0) continue;
      this.#current.pushAll(block, place, at, following, counters);
      this.#lastEpoch = counters[0]!;
      this.#lastStep = counters[1]!;
      at += following;
    }
  }

  /** Records what may begin a new run. */
  #recordAfterCheck(shape: RecordShape, place: Place, values: Float64Array, line: number): void {
    const counters = this.#counters;
    if (beginsAnew(place.tracks, counters, this.#isOnce)) this.#beginAgain(shape, line);
    const { tracks } = this.#place ?? place;
    this.#current.push(this.#place ?? place, values, line, counters);
    this.#goesOn = (this.#place ?? place).isGrown ||= tracks.every(track => track.count > 1);
  }

  #beginAgain(shape: RecordShape, line: number): void {
    this.#begin(null);
    this.#change(shape, line);
  }

  /** Notes what a shape means: most records have the shape of the one before. */
  #change(shape: RecordShape, line: number): void {
    const place = this.#places.get(shape);
    this.#shape = shape;
    this.#goesOn = false;
    if (place !== undefined) {
      this.#place = place;
      return;
    }
    this.#place = this.#placeOf(shape);
    if (this.#layouts.has(shape)) this.#places.set(shape, this.#place);
    else this.#tooManyShapes(line);
  }

  /** A shape beyond the last that is taken: its records are left out, which is said once. */
  #tooManyShapes(line: number): void {
    if (this.#hasTooMany) return;
    this.#hasTooMany = true;
    this.problem({ code: 'too-many-shapes', line, details: { most: MOST_SHAPES } });
  }

  #placeOf(shape: RecordShape): Place | null {
    let layout = this.#layouts.get(shape);
    if (layout === undefined) {
      if (this.#layouts.size >= MOST_SHAPES) return null;
      layout = layoutOf(shape);
      this.#layouts.set(shape, layout);
    }
    if (layout.values.length === 0) return null;
    return new Place(layout, this.#current.tracksOf(shape, layout));
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
    this.#places.clear();
    this.#shape = this.#place = null;
  }
}

/** Puts the counters of a record where they are looked at. */
function putCounters(layout: Layout, values: Float64Array, counters: Counters): void {
  counters[0] = layout.epoch < 0 ? NaN : values[layout.epoch]!;
  const step = layout.step < 0 ? NaN : values[layout.step]!;
  // Sentence-Transformers writes step -1 for "at the end of the epoch".
  counters[1] = step < 0 ? NaN : step;
  counters[2] = layout.time < 0 ? NaN : values[layout.time]!;
}

function keyOf(track: Track): string {
  return `${track.name}\n${track.split ?? ''}`;
}
