import type { LogMark, RecordShape, RunStatus, RunUnit } from '../log/format';
import { Rows } from './run';
import { StepClock } from './stepClock';
import { type Layout, Track } from './track';

/** What a log said about a run beside its records. */
export interface RunFacts {
  name: string | null;
  planned: { count: number; unit: RunUnit } | null;
  unit: RunUnit | null;
  epochBase: 0 | 1 | null;
  status: RunStatus | null;
  readonly parameters: Map<string, string>;
}

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
  readonly #clock = new StepClock();
  readonly #byShape = new Map<RecordShape, readonly Track[]>();
  #lastEpoch = NaN;
  #lastStep = NaN;

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
      const { name, split } = shape.fields[index]!;
      const key = layout.keys[at]!;
      const track = this.tracks.get(key) ?? new Track(name, split);
      this.tracks.set(key, track);
      return track;
    });
    // One set for all of them: a table of thousands of columns would be millions of pairs.
    const names = new Set(tracks.map(track => track.name));
    for (const track of tracks) track.beside.push(names);
    this.#byShape.set(shape, tracks);
    if (layout.step >= 0) this.stepNames.add(shape.fields[layout.step]!.name);
    return tracks;
  }

  /** Adds a row. `epoch` and `step` as printed, NaN where the record has none. */
  push(
    layout: Layout,
    tracks: readonly Track[],
    values: Float64Array,
    line: number,
    axes: { epoch: number; step: number; time: number },
  ): void {
    const { epoch, step } = this.#label(axes.epoch, axes.step, tracks[0]!);
    const row = this.rows.push(epoch, step, axes.time, line, 0);
    for (let at = 0; at < tracks.length; at++) {
      tracks[at]!.push(row, values[layout.values[at]!]!, axes.epoch, axes.step);
    }
    this.version++;
  }

  #label(epoch: number, step: number, track: Track): { epoch: number; step: number } {
    // Some loggers write the epoch under the name of the step in their validation rows (MMEngine).
    if (Number.isNaN(epoch) && step === Math.floor(this.#lastEpoch) && step < this.#lastStep) {
      return { epoch: step, step: this.#lastStep };
    }
    const global = this.#clock.globalStep(epoch, step, track.lastStep);
    if (!Number.isNaN(epoch)) this.hasEpoch = true;
    if (!Number.isNaN(step)) this.hasStep = true;
    if (Number.isNaN(epoch) && Number.isNaN(step)) return this.#unlabelled(track);
    if (!Number.isNaN(epoch)) this.#lastEpoch = epoch;
    if (!Number.isNaN(global)) this.#lastStep = global;
    return { epoch, step: global };
  }

  /** A row without any counter stands where the log has got to, or is counted itself where the log never counts. */
  #unlabelled(track: Track): { epoch: number; step: number } {
    if (this.hasEpoch || this.hasStep) return { epoch: this.#lastEpoch, step: this.#lastStep };
    return { epoch: NaN, step: track.count };
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
