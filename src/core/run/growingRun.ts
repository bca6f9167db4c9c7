import type { LogMark, RecordShape, RunStatus, RunUnit } from '../log/format';
import { LabelSurvey } from './labels';
import type { Place } from './place';
import { risingEnd, type RowBlock } from './rowBlock';
import { Rows } from './run';
import { StepClock } from './stepClock';
import type { Counters } from './standing';
import { type Layout, Track, trackKey } from './track';

/** What a log said about a run beside its records. */
export interface RunFacts {
  name: string | null;
  planned: { count: number; unit: RunUnit } | null;
  unit: RunUnit | null;
  epochBase: 0 | 1 | null;
  status: RunStatus | null;
  readonly parameters: Map<string, string>;
}

/** Labels looked at in one go. */
const STRIP = 64;

/** A run while its log is being read. */
export class GrowingRun {
  readonly rows = new Rows();
  readonly tracks = new Map<string, Track>();
  readonly facts: RunFacts;
  /** Names of the fields that were read as steps: they say what is counted. */
  readonly stepNames = new Set<string>();
  version = 0;
  hasEpoch = false;
  hasStep = false;
  /** What the labels of the epochs show. */
  readonly labels = new LabelSurvey();
  readonly #clock = new StepClock();
  readonly #byShape = new Map<RecordShape, readonly Track[]>();
  /** The first row that was counted. */
  #firstCounted = Infinity;
  /** The first row with an epoch. */
  #firstEpoch = Infinity;
  #lastEpoch = NaN;
  #lastStep = NaN;
  /** Epoch, global step and time of the row at hand. */
  readonly #labels = new Float64Array(3);

  constructor(name: string | null) {
    this.facts = {
      name,
      planned: null,
      unit: null,
      epochBase: null,
      status: null,
      parameters: new Map(),
    };
  }

  get isEmpty(): boolean {
    return this.rows.count === 0;
  }

  /** The series that a record of this shape goes into. */
  tracksOf(shape: RecordShape, layout: Layout): readonly Track[] {
    const known = this.#byShape.get(shape);
    if (known !== undefined) return known;
    const tracks = layout.values.map((index, at) => {
      const { name, split, outOf } = shape.fields[index]!;
      const key = layout.keys[at]!;
      const track =
        this.tracks.get(key) ?? this.#unplaced(name, split, key) ?? new Track(name, split);
      this.tracks.set(key, track);
      track.noteSize(outOf);
      return track;
    });
    // One set for all of them: a table of thousands of columns would be millions of pairs.
    const names = new Set(tracks.map(track => track.name));
    for (const track of tracks) track.beside.push(names);
    this.#byShape.set(shape, tracks);
    if (layout.step >= 0) this.stepNames.add(shape.fields[layout.step]!.name);
    return tracks;
  }

  /** What was measured under this name before the log had counted anything (`val loss` before step 1), or any epoch, is the same curve. */
  #unplaced(name: string, split: Track['split'], key: string): Track | undefined {
    const of = (hasEpoch: boolean, hasStep: boolean): string =>
      trackKey(name, split, hasEpoch, hasStep);
    if (key === of(false, true)) return this.#takeBefore(of(false, false), this.#firstCounted);
    return key === of(true, true) ? this.#takeBefore(of(false, true), this.#firstEpoch) : undefined;
  }

  /** The series of a key that ended before a row; it goes on under another key. */
  #takeBefore(key: string, row: number): Track | undefined {
    const track = this.tracks.get(key);
    if (track === undefined || track.rows.at(track.count - 1) >= row) return undefined;
    this.tracks.delete(key);
    return track;
  }

  /** Adds a row with its counters as printed. Makes no objects, nor numbers on the heap: it is called millions of times. */
  push(place: Place, values: Float64Array, line: number, counters: Counters): void {
    this.#label(counters, place.tracks[0]!);
    this.labels.note(this.#labels[0]!);
    place.push(this.rows.add(this.#labels, line), values, counters);
    this.version++;
  }

  /** How many of the rows of a block, from `from` on, merely go on: nothing about them needs to be looked into. */
  following(block: RowBlock, place: Place, from: number, after: Counters): number {
    const { layout, isDistinct } = place;
    const isCounted = layout.epoch >= 0 || layout.step >= 0;
    const isPlain = this.#clock.isPlain && !(after[1]! < this.#lastStep);
    if (!isPlain || !isDistinct || !isCounted || this.facts.status === 'interrupted') return 0;
    const { values, stride, count } = block;
    const byStep = risingEnd(values, layout.step * stride, from, count, after[1]!, false);
    return risingEnd(values, layout.epoch * stride, from, byStep, after[0]!, true) - from;
  }

  /** Adds rows that merely follow the one before, which was of their shape; the counters become those of the last. */
  pushAll(block: RowBlock, place: Place, from: number, count: number, counters: Counters): void {
    const { values, stride, line } = block;
    const { epoch, step, time } = place.layout;
    const { rows } = this;
    const row = rows.count;
    let repeats = 0;
    if (epoch < 0) rows.epoch.pushSame(NaN, count);
    else {
      const start = epoch * stride + from;
      repeats = this.#noteEpochs(values, start, count, counters[0]!);
      rows.epoch.pushAll(values, start, count);
      this.#lastEpoch = counters[0] = values[start + count - 1]!;
    }
    if (step < 0) rows.step.pushSame(NaN, count);
    else {
      rows.step.pushAll(values, step * stride + from, count);
      this.#lastStep = counters[1] = values[step * stride + from + count - 1]!;
      this.#clock.pass(counters[0]!, counters[1]);
    }
    if (time < 0) rows.time.pushSame(NaN, count);
    else rows.time.pushAll(values, time * stride + from, count);
    rows.line.pushRange(line + from, 1, count);
    rows.log.pushRange(0, 0, count);
    const last = { epoch: counters[0]!, step: counters[1]!, repeats };
    place.pushAll(row, block, from, count, last);
    this.version += count;
  }

  /** Notes epochs that do not fall; says how many are the one before. */
  #noteEpochs(values: Float64Array, start: number, count: number, before: number): number {
    const end = start + count;
    let last = before;
    let repeats = 0;
    for (let at = start; at < end;) {
      const stop = Math.min(end, at + STRIP);
      // They do not fall: the last one speaks for those before it.
      if (values[stop - 1] === last) {
        repeats += stop - at;
        at = stop;
      }
      for (; at < stop; at++) {
        const epoch = values[at]!;
        if (epoch === last) repeats++;
        else this.labels.note((last = epoch));
      }
    }
    return repeats;
  }

  /** Finds the labels of a row. Some loggers write the epoch under the name of the step in their validation rows (MMEngine). */
  #label(counters: Counters, track: Track): void {
    const labels = this.#labels;
    const epoch = counters[0]!;
    const step = counters[1]!;
    labels[0] = epoch;
    labels[1] = step;
    labels[2] = counters[2]!;
    if (step === step) {
      if (epoch !== epoch && step < this.#lastStep && step === Math.floor(this.#lastEpoch)) {
        labels[0] = step;
        labels[1] = this.#lastStep;
        return;
      }
      this.#clock.makeGlobal(labels, track.standing);
    } else if (epoch !== epoch) {
      this.#labelUncounted(track);
      return;
    }
    this.#noteCounted();
  }

  /** A row without any counter stands where the log has got to, or is counted itself where the log never counts. */
  #labelUncounted(track: Track): void {
    const counted = this.hasEpoch || this.hasStep;
    this.#labels[0] = counted ? this.#lastEpoch : NaN;
    this.#labels[1] = counted ? this.#lastStep : track.count;
  }

  #noteCounted(): void {
    const epoch = this.#labels[0]!;
    const step = this.#labels[1]!;
    if (!this.hasEpoch && !this.hasStep) this.#firstCounted = this.rows.count;
    if (this.facts.status === 'interrupted' && (epoch > this.#lastEpoch || step > this.#lastStep)) {
      // What was interrupted goes on.
      this.facts.status = null;
    }
    if (epoch === epoch) {
      if (!this.hasEpoch) this.#firstEpoch = this.rows.count;
      this.hasEpoch = true;
      this.#lastEpoch = epoch;
    }
    if (step === step) {
      this.hasStep = true;
      this.#lastStep = step;
    }
  }

  mark(mark: LogMark): void {
    const { facts } = this;
    switch (mark.kind) {
      case 'run':
        facts.name = mark.name;
        break;
      case 'planned':
        facts.planned = { count: mark.count, unit: mark.unit };
        break;
      case 'unit':
        facts.unit = mark.unit;
        break;
      case 'epoch-base':
        facts.epochBase = mark.base;
        break;
      case 'status':
        facts.status = mark.status;
        break;
      case 'parameter':
        facts.parameters.set(mark.name, mark.value);
        break;
    }
    this.version++;
  }
}
