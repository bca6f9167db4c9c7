import type { LogSink, RecordField, RecordShape, Split } from '../../format';

/** What the points of a key are counted in; `row`: nothing that a run has counts them. */
export type Counting = 'epoch' | 'step' | 'ordinal' | 'row';

/** One value, and where it stands. */
export interface Point {
  readonly key: string;
  readonly split: Split | null;
  readonly counting: Counting;
  readonly at: number;
  /** Seconds; NaN: not known. */
  readonly time: number;
  readonly value: number;
}

/** Values of one record at most. */
const WIDEST = 256;
/** Sets of keys beyond which they are no keys any more. */
const MOST_SHAPES = 10_000;

/** Puts the points that follow each other at one place into one record, as a line that prints them would be. */
export class PointRows {
  readonly #sink: LogSink;
  readonly #shapes = new Map<string, RecordShape>();
  readonly #counts = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #values: number[] = [];
  #first: Point | null = null;
  #line = 0;
  #hasTooMany = false;
  #place = '';

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** What comes next belongs to another run. */
  begin(): void {
    this.flush();
    this.#counts.clear();
  }

  /** `line` is the number of the row in the database. */
  add(point: Point, line: number): void {
    const own = point.counting === 'ordinal' || point.counting === 'row';
    const at = own ? (this.#counts.get(point.key) ?? 0) : point.at;
    if (own) this.#counts.set(point.key, at + 1);
    const place = `${point.counting} ${at}`;
    const full = this.#names.length >= WIDEST || this.#names.includes(nameOf(point));
    if (place !== this.#place || full) this.flush();
    if (this.#first === null) {
      this.#first = { ...point, at };
      this.#line = line;
      this.#place = place;
    }
    this.#names.push(nameOf(point));
    this.#values.push(point.value);
  }

  /** Gives what was gathered to the sink. */
  flush(): void {
    const first = this.#first;
    if (first === null) return;
    const shape = this.#shapeOf(first.counting);
    const axis = first.counting === 'row' ? [first.time] : [first.time, first.at];
    if (shape !== null)
      this.#sink.record(shape, Float64Array.from([...axis, ...this.#values]), this.#line);
    this.#names.length = 0;
    this.#values.length = 0;
    this.#first = null;
  }

  /** `null`: there are too many, which is said once. */
  #shapeOf(counting: Counting): RecordShape | null {
    const key = `${counting}\n${this.#names.join('\n')}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    if (this.#shapes.size >= MOST_SHAPES) {
      if (!this.#hasTooMany)
        this.#sink.problem({
          code: 'too-many-shapes',
          line: this.#line,
          details: { most: MOST_SHAPES },
        });
      this.#hasTooMany = true;
      return null;
    }
    const fields: RecordField[] = [{ name: 'timestamp', role: 'time', split: null }];
    if (counting === 'epoch') fields.push({ name: 'epoch', role: 'epoch', split: null });
    else if (counting !== 'row') fields.push({ name: 'step', role: 'step', split: null });
    for (const each of this.#names) {
      const [split, name] = cut(each);
      fields.push({ name, role: 'value', split: split === '' ? null : (split as Split) });
    }
    const shape = { fields };
    this.#shapes.set(key, shape);
    return shape;
  }
}

/** The name of a point's field with its split in front: what tells its series from others. */
function nameOf({ key, split }: Point): string {
  return `${split ?? ''}:${key}`;
}

function cut(name: string): readonly [string, string] {
  const at = name.indexOf(':');
  return [name.slice(0, at), name.slice(at + 1)];
}
