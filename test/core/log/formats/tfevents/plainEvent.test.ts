import assert from 'node:assert/strict';
import fc from 'fast-check';
import { doubleAt } from '../../../../../src/core/log/bytes/fields';
import { tfevents } from '../../../../../src/core/log/formats/tfevents';
import { PlainEvent } from '../../../../../src/core/log/formats/tfevents/plainEvent';
import { read } from '../reading';
import { double, event, eventFile, field, float, simple, tensor } from './encode';

const NAME = 'events.out.tfevents.1700000000.host.1.0';
const plain = new PlainEvent();
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const isPlain = (bytes: readonly number[]): boolean =>
  plain.read(Uint8Array.from(bytes), 0, bytes.length);
/** A field that no reader knows: sends an event the long way. */
const UNKNOWN = field(15, 1);
const floatTensor = (value: number): number[] => [
  ...field(1, 1),
  ...field(2, []),
  ...field(4, float(value)),
];

describe('PlainEvent', () => {
  it('reads what PyTorch and TensorFlow 2 write: one number under a tag', () => {
    const bytes = Uint8Array.from(event(300, 1234.5, simple('train/loss', 0.25)));
    assert.ok(plain.read(bytes, 0, bytes.length));
    const { timeAt, step, tagFrom, tagTo, value, isTensor } = plain;
    assert.deepEqual([doubleAt(bytes, timeAt), step, value, isTensor], [1234.5, 300, 0.25, false]);
    assert.equal(new TextDecoder().decode(bytes.subarray(tagFrom, tagTo)), 'train/loss');
    const summary = [...field(1, bytesOf('loss')), ...field(8, floatTensor(0.5))];
    const metadata = field(9, field(1, field(1, bytesOf('scalars'))));
    assert.ok(isPlain(event(0, 1, field(1, [...summary, ...metadata]))));
    assert.deepEqual([plain.step, plain.value, plain.isTensor], [0, 0.5, true]);
  });

  it('leaves everything else to the walk of the fields', () => {
    const others = [
      event(1, 1, simple('a', 1), simple('b', 2)),
      event(1, 1, tensor('a', floatTensor(1), 'histograms')),
      event(1, 1, simple('x'.repeat(200), 1)),
      event(2 ** 40, 1, simple('a', 1)),
      [...event(1, 1, simple('a', 1)), ...UNKNOWN],
      [9, ...double(1), ...field(3, [1, 2])],
      field(2, 5),
      [],
    ];
    assert.deepEqual(
      others.map(isPlain),
      others.map(() => false),
    );
  });

  it('reads nothing of an event that is cut', () => {
    const bytes = event(300, 1, simple('loss', 1));
    for (let length = 0; length < bytes.length; length++)
      assert.ok(!isPlain(bytes.slice(0, length)));
  });

  it('says what the walk of the fields says, whatever the numbers and bytes are', () => {
    const value = fc.record({
      tag: fc.string({ maxLength: 20 }),
      step: fc.nat(),
      number: fc.float(),
      isTensor: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), values => {
        const events = values.map(({ tag, step, number, isTensor }) =>
          event(
            step,
            1000,
            isTensor ? tensor(tag, floatTensor(number), null) : simple(tag, number),
          ),
        );
        const short = read(tfevents, NAME, eventFile(...events));
        const long = read(tfevents, NAME, eventFile(...events.map(each => [...each, ...UNKNOWN])));
        assert.deepEqual(short, long);
      }),
    );
  });
});
