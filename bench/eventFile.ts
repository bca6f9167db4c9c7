import { maskedCrc32c } from '../src/core/log/bytes/crc';
import { randomFrom } from './random';

export const TAGS = [
  'train/loss',
  'train/learning_rate',
  'train/grad_norm',
  'train/accuracy',
  'eval/loss',
  'eval/accuracy',
  'eval/f1_macro',
  'loss/box_regression',
];
const FRAME = 16;
const LONGEST = 96;

/** Writes one event behind the other into a buffer that is large enough. */
class EventWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #names = TAGS.map(tag => new TextEncoder().encode(tag));
  at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** As PyTorch's SummaryWriter does: one value an event. */
  scalar(time: number, step: number, tag: number, value: number): void {
    const start = this.at;
    const name = this.#names[tag]!;
    const inner = 2 + name.length + 5;
    this.at = start + 12;
    this.#double(9, time);
    this.#varint(0x10, step);
    this.#varint(0x2a, inner + 2);
    this.#varint(0x0a, inner);
    this.#varint(0x0a, name.length);
    this.bytes.set(name, this.at);
    this.at += name.length;
    this.bytes[this.at] = 0x15;
    this.#view.setFloat32(this.at + 1, value, true);
    this.at += 5;
    this.#frame(start);
  }

  #double(key: number, value: number): void {
    this.bytes[this.at] = key;
    this.#view.setFloat64(this.at + 1, value, true);
    this.at += 9;
  }

  #varint(key: number, value: number): void {
    this.bytes[this.at++] = key;
    let left = value;
    for (; left > 127; left = Math.floor(left / 128)) this.bytes[this.at++] = (left & 127) | 128;
    this.bytes[this.at++] = left;
  }

  #frame(start: number): void {
    const length = this.at - start - 12;
    this.#view.setUint32(start, length, true);
    this.#view.setInt32(start + 8, maskedCrc32c(this.bytes, start, start + 8), true);
    this.#view.setInt32(this.at, maskedCrc32c(this.bytes, start + 12, this.at), true);
    this.at += 4;
  }
}

/** An event file of about `size` bytes: every step of a training logs all tags. */
export function eventFileOf(size: number): Uint8Array {
  const random = randomFrom(11);
  const writer = new EventWriter(size);
  for (let step = 1; writer.at + TAGS.length * (LONGEST + FRAME) < size; step++) {
    for (let tag = 0; tag < TAGS.length; tag++) {
      writer.scalar(1.7e9 + step / 8, step, tag, 2 / Math.sqrt(step) + 0.1 * random());
    }
  }
  return writer.bytes.subarray(0, writer.at);
}
