import type { RowBlock } from './rowBlock';
import { type Counters, type LastCounters, type Standing, standTogether } from './standing';
import type { Layout, Track } from './track';

/** Where the values of a shape of records go. */
export class Place {
  readonly layout: Layout;
  readonly tracks: readonly Track[];
  /** Whether no series is in it twice. */
  readonly isDistinct: boolean;
  /** Whether each series is known to have several values. */
  isGrown = false;
  /** Where all its series stand together; `null`: they do not. */
  readonly #standing: Standing | null;

  constructor(layout: Layout, tracks: readonly Track[]) {
    this.layout = layout;
    this.tracks = tracks;
    this.isDistinct = new Set(tracks).size === tracks.length;
    this.#standing = this.isDistinct ? standTogether(tracks) : null;
  }

  /** Whether no run can begin with these counters: the last record of each series was of this shape, or of another that has the same ones. */
  goesOn(counters: Counters): boolean {
    return this.isGrown && this.#shared !== null && this.#shared.goesOn(counters);
  }

  /** Takes the values of a record in their row. */
  push(row: number, values: Float64Array, counters: Counters): void {
    const { tracks } = this;
    const from = this.layout.values;
    const shared = this.#shared;
    shared?.take(row, counters);
    for (let at = 0; at < tracks.length; at++) {
      const track = tracks[at]!;
      if (shared === null) track.standing.take(row, counters);
      track.values.push(values[from[at]!]!);
    }
  }

  /** The same of `count` records of a block from `from` on, whose rows follow each other; the counters of the last one. */
  pushAll(
    row: number,
    { values, stride }: RowBlock,
    from: number,
    count: number,
    last: LastCounters,
  ): void {
    const shared = this.#shared;
    shared?.takeAll(row, count, last);
    this.tracks.forEach((track, at) => {
      if (shared === null) track.standing.takeAll(row, count, last);
      track.values.pushAll(values, this.layout.values[at]! * stride + from, count);
    });
  }

  get #shared(): Standing | null {
    const standing = this.#standing;
    return standing !== null && standing.members.length > 0 ? standing : null;
  }
}
