import { roleOfName } from '../../axisName';
import type { LogExplainer } from '../../explain';
import type { Split } from '../../format';
import { meaningOf } from '../../name';

/** How the points of a tag are counted: in global steps, in steps with the epoch beside them, or in epochs. */
export type Counting = 'step' | 'both' | 'epoch';

/** A tag: what its points are. */
export interface Tag {
  readonly name: string;
  /** Nothing to draw: another plugin's, or no number of a training. */
  muted: boolean;
  /** The tag is the label of the epoch, logged beside the others. */
  readonly isEpoch: boolean;
  /** The split that the folder says, where the name says none. */
  readonly split: Split | null;
  /** The name is that of Keras' callback for what it counts in epochs. */
  countsEpochs: boolean;
  /** Settled with the tag's first record, so that all its points are one curve. */
  counting: Counting | null;
  /** Where the tag's bytes are kept: the same again is found without decoding. */
  readonly bytes: Uint8Array;
  /** The tag that came after this one the last time. */
  next: Tag | null;
}

/** Curves of one file beyond which it is no training log. */
const MOST = 2000;
const LONGEST = 1000;
// eslint-disable-next-line no-control-regex -- a name is shown on one line
const CONTROL = /[\x00-\x1f\x7f]+/g;

/** The tags of a file. Tags come in the same order again and again: each remembers which came after it. */
export class Tags {
  readonly #split: Split | null;
  readonly #known = new Map<string, Tag>();
  /** The last tag of each hash: most are found here without decoding. */
  readonly #byHash = new Map<number, Tag>();
  readonly #decoder = new TextDecoder();
  #last: Tag | null = null;

  /** `split` is what the folder of the file says of all its values. */
  constructor(split: Split | null) {
    this.#split = split;
  }

  /** The tag that is `bytes[from, to)`; `null`: not worth reading, or one too many. */
  of(bytes: Uint8Array, from: number, to: number): Tag | null {
    const guess = this.#last?.next;
    if (guess != null && same(guess.bytes, bytes, from, to)) {
      this.#last = guess;
      return guess;
    }
    const hash = hashOf(bytes, from, to);
    const met = this.#byHash.get(hash);
    const tag =
      met !== undefined && same(met.bytes, bytes, from, to) ? met : this.#find(bytes, from, to);
    if (tag === null) return null;
    if (met !== tag) this.#byHash.set(hash, tag);
    if (this.#last !== null) this.#last.next = tag;
    this.#last = tag;
    return tag;
  }

  /** Tells what became of each tag; to be asked at the end. */
  explain(explain: LogExplainer): void {
    for (const { name, muted, isEpoch, split } of this.#known.values()) {
      const use = muted ? 'ignored' : isEpoch ? 'epoch' : 'value';
      const reason = roleOfName(name) === 'value' ? 'no-scalar' : 'other-axis';
      explain.field({ name, use, split, reason: muted ? reason : null });
    }
  }

  #find(bytes: Uint8Array, from: number, to: number): Tag | null {
    if (to === from || to - from > LONGEST) return null;
    const written = this.#decoder.decode(bytes.subarray(from, to));
    const known = this.#known.get(written);
    if (known !== undefined || this.#known.size >= MOST) return known ?? null;
    const tag = tagOf(written.replace(CONTROL, ' '), bytes.slice(from, to), this.#split);
    this.#known.set(written, tag);
    return tag;
  }
}

function tagOf(name: string, bytes: Uint8Array, folder: Split | null): Tag {
  const role = roleOfName(name);
  const says = meaningOf(name);
  return {
    name,
    muted: role === 'step' || role === 'time',
    isEpoch: role === 'epoch',
    split: says.split !== null || says.kind === 'rate' ? null : folder,
    countsEpochs: name.startsWith('epoch_'),
    counting: null,
    bytes,
    next: null,
  };
}

/** FNV-1a of the bytes of a tag, 30 bits of it; long ones are told apart by their ends. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = Math.max(from, to - 64); at < to; at++) {
    hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  }
  return hash & 0x3fff_ffff;
}

function same(tag: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (tag.length !== to - from) return false;
  for (let at = 0; at < tag.length; at++) if (tag[at] !== bytes[from + at]) return false;
  return true;
}
