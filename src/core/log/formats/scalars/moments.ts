import type { LogSink, RecordField, RecordShape } from '../../format';
import type { Counting, Tag } from './tags';

/** Values of one record at most. */
const WIDEST = 64;
/** Sequences of tags remembered; a file with more writes them in no order. */
const MOST_SHAPES = 20_000;

/** The record of those tags of a sequence that are counted alike. */
interface Part {
  readonly counting: Counting;
  readonly shape: RecordShape;
  /** Where in the sequence its values are. */
  readonly from: readonly number[];
}

/** A sequence of tags that came at one step, and the sequences that go on from it. */
class Sequence {
  readonly tags: readonly Tag[];
  readonly length: number;
  readonly longer = new Map<Tag, Sequence>();
  /** The tag that came after these the last time, and the sequence with it. */
  next: Tag | null = null;
  withNext: Sequence | null = null;
  parts: readonly Part[] | null = null;

  constructor(tags: readonly Tag[]) {
    this.tags = tags;
    this.length = tags.length;
  }
}

/** Gathers the points that follow each other at one step and gives them to the sink as one record. */
export class Moments {
  readonly #sink: LogSink;
  readonly #root = new Sequence([]);
  readonly #values = new Float64Array(WIDEST);
  readonly #record = new Float64Array(WIDEST + 3);
  #sequence = this.#root;
  #shapes = 0;
  #step = NaN;
  #time = NaN;
  #line = 0;
  /** The label of the epoch as last written; NaN: none yet. */
  #epoch = NaN;
  #epochIsOfStep = false;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** Where what comes next stands; NaN: nothing came yet. */
  get step(): number {
    return this.#step;
  }

  /** What comes next is at this step; `time` in seconds since the start of the file, `line` the number of its record. */
  at(step: number, time: number, line: number): void {
    if (step === this.#step) return;
    this.flush();
    this.#step = step;
    this.#time = time;
    this.#line = line;
    this.#epochIsOfStep = false;
  }

  /** The label of the epoch at this step. */
  epoch(label: number): void {
    if (this.#epochIsOfStep && label !== this.#epoch) this.flush();
    this.#epoch = label;
    this.#epochIsOfStep = true;
  }

  /** A point. Only Keras' tensors are sure to be counted in epochs where their name says so; others say it by beginning at 0 or 1. */
  add(tag: Tag, value: number, isTensor: boolean): void {
    if (tag.counting === null && !isTensor && this.#step > 1) tag.countsEpochs = false;
    const sequence = this.#sequence;
    if (sequence.next === tag) {
      this.#values[sequence.length] = value;
      this.#sequence = sequence.withNext!;
      return;
    }
    if (sequence.length === WIDEST || sequence.tags.includes(tag)) this.flush();
    this.#values[this.#sequence.length] = value;
    this.#sequence = this.#longer(tag);
  }

  #longer(tag: Tag): Sequence {
    const longer = this.#find(tag);
    this.#sequence.next = tag;
    this.#sequence.withNext = longer;
    return longer;
  }

  #find(tag: Tag): Sequence {
    const known = this.#sequence.longer.get(tag);
    if (known !== undefined) return known;
    if (this.#shapes >= MOST_SHAPES && this.#sequence !== this.#root) {
      const value = this.#values[this.#sequence.tags.length]!;
      this.flush();
      this.#values[0] = value;
    }
    const longer = this.#sequence.longer.get(tag) ?? new Sequence([...this.#sequence.tags, tag]);
    this.#sequence.longer.set(tag, longer);
    this.#shapes++;
    return longer;
  }

  /** Gives what was gathered to the sink. */
  flush(): void {
    const sequence = this.#sequence;
    if (sequence === this.#root) return;
    this.#sequence = this.#root;
    sequence.parts ??= this.#partsOf(sequence.tags);
    for (const part of sequence.parts) this.#give(part);
  }

  #give({ counting, shape, from }: Part): void {
    const record = this.#record;
    let at = 0;
    record[at++] = this.#time;
    if (counting === 'epoch') record[at++] = this.#step;
    else {
      if (counting === 'both') record[at++] = this.#epoch;
      record[at++] = this.#step;
    }
    for (const index of from) record[at++] = this.#values[index]!;
    this.#sink.record(shape, record, this.#line);
  }

  #partsOf(tags: readonly Tag[]): Part[] {
    const hasEpoch = !Number.isNaN(this.#epoch);
    for (const tag of tags) {
      tag.counting ??= hasEpoch ? 'both' : tag.countsEpochs ? 'epoch' : 'step';
    }
    return (['both', 'step', 'epoch'] as const).flatMap(counting => {
      const from = tags.flatMap((tag, at) => (tag.counting === counting ? [at] : []));
      if (from.length === 0) return [];
      return [
        {
          counting,
          shape: shapeOf(
            from.map(at => tags[at]!),
            counting,
          ),
          from,
        },
      ];
    });
  }
}

const axis = (name: string, role: 'time' | 'epoch' | 'step'): RecordField => ({
  name,
  role,
  split: null,
});

function shapeOf(tags: readonly Tag[], counting: Counting): RecordShape {
  const axes = [axis('wall_time', 'time')];
  if (counting !== 'step') axes.push(axis('epoch', 'epoch'));
  if (counting !== 'epoch') axes.push(axis('step', 'step'));
  const values = tags.map(({ name, split }): RecordField => ({ name, role: 'value', split }));
  return { fields: [...axes, ...values] };
}
