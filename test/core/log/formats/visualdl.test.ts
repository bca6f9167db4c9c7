import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { looksLikeLogName, recognize } from '../../../../src/core/log/formats/index';
import { visualdl } from '../../../../src/core/log/formats/visualdl';
import { headOf } from '../../../../src/core/run/logReading';
import { assertChunkLaw } from '../chunkLaw';
import { type Heard, read, recognizes } from './reading';
import { field, float } from './tfevents/encode';

const NAME = 'vdlrecords.1700000000.log';
const FILE = new Uint8Array(readFileSync(`test/fixtures/trackers/visualdl/${NAME}`));
const heard = (bytes: Uint8Array): Heard => read(visualdl, NAME, bytes);
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const lossesOf = ({ records }: Heard): number[] =>
  records.flatMap(({ fields }) => ('loss' in fields ? [fields['loss']] : []));

function framed(data: readonly number[]): number[] {
  const length = new DataView(new ArrayBuffer(8));
  length.setBigUint64(0, BigInt(data.length), true);
  return [...new Uint8Array(length.buffer), ...data];
}

const scalar = (tag: string, step: number, value: number): number[] =>
  framed(
    field(1, [
      ...(step === 0 ? [] : field(1, step)),
      ...field(2, bytesOf(tag)),
      ...field(3, 1_700_000_000_000 + 1000 * step),
      0x25,
      ...float(value),
    ]),
  );

const RECORDS = Array.from({ length: 20 }, (_, step) => scalar('loss', step, 20 - step));
const LOSSES = Uint8Array.from(RECORDS.flat());

describe('visualdl', () => {
  it('reads what VisualDL wrote: scalars, groups of them, seconds since the start', () => {
    assert.ok(recognizes(visualdl, 'renamed', FILE));
    const { records, problems } = heard(FILE);
    assert.deepEqual(problems, []);
    assert.equal(records.length, 24);
    const train = records.map(({ fields }) => fields['train/loss']!);
    train.forEach((value, at) => {
      assert.equal(value, Math.fround(0.1 + Math.exp((-0.4 * (at + 1)) / 4)));
    });
    const { fields } = records[3]!;
    assert.deepEqual(Object.keys(fields), [
      'time: wall_time',
      'step: step',
      'train/loss',
      'accuracy/train',
      'accuracy/val',
      'eval/loss',
    ]);
    assert.deepEqual([fields['time: wall_time'], fields['step: step']], [1.5, 4]);
  });

  it('reads the same however the bytes are cut', () => {
    assertChunkLaw(visualdl, NAME, FILE);
  });

  it('is found by its name, and is recognised before the text that its name promises', () => {
    assert.ok(looksLikeLogName(`log/${NAME}`));
    assert.equal(recognize(headOf(`log/${NAME}`, FILE, true)), visualdl);
    assert.equal(recognize(headOf('log/vdlrecords.1.log', new Uint8Array(100), true)), visualdl);
  });

  it('takes a file that ends anywhere for one that is still written', () => {
    const whole = lossesOf(heard(LOSSES));
    fc.assert(
      fc.property(fc.nat({ max: LOSSES.length }), length => {
        const cut = heard(LOSSES.slice(0, length));
        assert.deepEqual(cut.problems, []);
        assert.deepEqual(lossesOf(cut), whole.slice(0, cut.records.length));
      }),
    );
  });

  it('finds the next record where a length is wrong, 4 GB too, and says which was lost', () => {
    const starts = RECORDS.slice(0, 5).flat().length;
    for (const at of [0, 3, 4, 7]) {
      const damaged = LOSSES.slice();
      damaged[starts + at]! ^= 0xff;
      assert.equal(lossesOf(heard(damaged)).length, 19);
      assert.deepEqual(heard(damaged).problems, [
        { code: 'bad-record', line: 0, details: { record: 6, byte: starts } },
      ]);
      assertChunkLaw(visualdl, NAME, damaged, 5);
    }
  });

  it('keeps what stands before a flipped bit, and never throws', () => {
    const whole = lossesOf(heard(LOSSES));
    const size = RECORDS[1]!.length;
    fc.assert(
      fc.property(fc.nat({ max: LOSSES.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const flipped = LOSSES.slice();
        flipped[at]! ^= 1 << bit;
        const before = Math.max(0, Math.floor(at / size) - 1);
        assert.deepEqual(lossesOf(heard(flipped)).slice(0, before), whole.slice(0, before));
      }),
    );
  });

  it('survives any content and names without end', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 6, maxLength: 60 })), contents => {
        heard(Uint8Array.from(contents.flatMap(content => framed(field(1, [...content])))));
      }),
    );
    const long = 'x'.repeat(100_000);
    const group = field(14, [...field(1, bytesOf(long)), 0x15, ...float(1)]);
    const file = framed(field(1, [...field(2, bytesOf('loss')), ...group]));
    assert.deepEqual(lossesOf(heard(Uint8Array.from(file))), [1]);
  });

  it('says where a file of zeros holds no record, and reads nothing', () => {
    const { records, problems } = heard(new Uint8Array(100_000));
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ code: 'bad-record', line: 0, details: { record: 1, byte: 0 } }]);
  });
});
