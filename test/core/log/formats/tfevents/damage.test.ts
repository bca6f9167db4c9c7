import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tfevents } from '../../../../../src/core/log/formats/tfevents';
import { assertChunkLaw } from '../../chunkLaw';
import { type Heard, read } from '../reading';
import { event, eventFile, field, framed, simple, version } from './encode';

const NAME = 'events.out.tfevents.1700000000.host.1.0';
const heard = (bytes: Uint8Array): Heard => read(tfevents, NAME, bytes);
const fieldsOf = (bytes: Uint8Array): Readonly<Record<string, number>>[] =>
  heard(bytes).records.map(({ fields }) => fields);
const LOSSES = eventFile(
  ...[49, 99, 149].flatMap(step => [
    event(step, 1000 + step, simple('train_loss', 4 - step / 64)),
    event(step, 1000 + step, simple('epoch', Math.floor(step / 100))),
  ]),
);

describe('tfevents, damaged', () => {
  it('leaves out a record whose check sum is wrong, and says which', () => {
    const records = [
      version(1000),
      ...[1, 2, 3].map(step => event(step, 1000, simple('loss', step))),
    ].map(framed);
    const byte = records[0]!.length + records[1]!.length;
    records[2]![20]! ^= 1;
    const { records: found, problems } = heard(Uint8Array.from(records.flat()));
    assert.deepEqual(
      found.map(({ fields }) => fields['loss']),
      [1, 3],
    );
    assert.deepEqual(problems, [{ code: 'bad-record', line: 0, details: { record: 3, byte } }]);
  });

  it('finds the next record where a length is wrong', () => {
    const records = [
      version(1000),
      ...[1, 2, 3].map(step => event(step, 1000, simple('loss', step))),
    ].map(framed);
    records[1]![0]! ^= 1;
    const file = Uint8Array.from(records.flat());
    assert.deepEqual(
      heard(file).records.map(({ fields }) => fields['loss']),
      [2, 3],
    );
    assert.deepEqual(heard(file).problems, [
      { code: 'bad-record', line: 0, details: { record: 2, byte: records[0]!.length } },
    ]);
    assertChunkLaw(tfevents, NAME, file);
  });

  it('reads the same however the bytes are cut', () => {
    assertChunkLaw(tfevents, NAME, LOSSES);
  });

  it('takes a file that ends anywhere for one that is still written', () => {
    const whole = heard(LOSSES).records;
    fc.assert(
      fc.property(fc.nat({ max: LOSSES.length }), length => {
        const { records, problems } = heard(LOSSES.slice(0, length));
        assert.deepEqual(problems, []);
        // The last record may still lack points of its step.
        const settled = records.slice(0, -1);
        assert.deepEqual(settled, whole.slice(0, settled.length));
      }),
    );
  });

  it('keeps what stands before a flipped bit, and never throws', () => {
    const file = eventFile(
      ...Array.from({ length: 20 }, (_, step) => event(step + 1, 1000, simple('loss', step))),
    );
    const whole = heard(file).records;
    const size = framed(event(1, 1000, simple('loss', 0))).length;
    const first = file.length - 20 * size;
    fc.assert(
      fc.property(fc.nat({ max: file.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const flipped = file.slice();
        flipped[at]! ^= 1 << bit;
        const { records, problems } = heard(flipped);
        const before = Math.max(0, Math.floor((at - first) / size));
        assert.deepEqual(records.slice(0, before), whole.slice(0, before));
        assert.equal(records.length, at < first ? 20 : 19);
        assert.equal(problems.length, 1);
      }),
    );
  });

  it('reads nothing of a file of zeros and says where no record stands', () => {
    const { records, problems } = heard(new Uint8Array(100_000));
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ code: 'bad-record', line: 0, details: { record: 1, byte: 0 } }]);
  });

  it('passes over a record of gigabytes without waiting for it in memory, and says so', () => {
    const length = new Uint8Array(8);
    length.fill(0xff, 0, 4);
    const header = framed([...length]).slice(12, 20);
    const crc = framed([...length]).slice(20, 24);
    const bytes = Uint8Array.from([...LOSSES, ...header, ...crc, ...new Uint8Array(1000)]);
    const whole = heard(LOSSES);
    assert.deepEqual(heard(bytes).records, whole.records);
    assert.deepEqual(heard(bytes).problems, [
      {
        code: 'long-record',
        line: 0,
        details: { record: 8, byte: LOSSES.length, bytes: 0xffff_ffff },
      },
    ]);
    assertChunkLaw(tfevents, NAME, bytes, 5);
  });

  it('reads on behind a record that is longer than what is read at once', () => {
    const picture = field(1, [...field(1, [0x61]), ...field(4, new Array<number>(50_000).fill(1))]);
    const file = eventFile(
      event(1, 1000, simple('loss', 2)),
      event(1, 1000, picture),
      event(2, 1000, simple('loss', 1)),
    );
    const { records, problems } = heard(file);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      records.map(({ fields }) => fields['loss']),
      [2, 1],
    );
    assertChunkLaw(tfevents, NAME, file, 10);
  });

  it('survives any bytes with good check sums', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 255 }), { maxLength: 60 })), contents => {
        heard(
          eventFile(...contents, ...contents.map(content => event(1, 1000, field(1, content)))),
        );
      }),
    );
  });

  it('keeps hostile tags apart and on one line', () => {
    const tags = ['__proto__', 'a\nb', 'constructor', '损失', ''];
    const file = eventFile(event(1, 1000, ...tags.map((tag, at) => simple(tag, at))));
    assert.deepEqual(Object.entries(fieldsOf(file)[0]!), [
      ['time: wall_time', 0],
      ['step: step', 1],
      ['__proto__', 0],
      ['a b', 1],
      ['constructor', 2],
      ['损失', 3],
    ]);
  });

  it('reads no more curves than a training can have', () => {
    const values = Array.from({ length: 3000 }, (_, at) => simple(`x${at}`, at));
    const records = fieldsOf(eventFile(event(1, 1000, ...values)));
    const names = records
      .flatMap(record => Object.keys(record))
      .filter(name => name.startsWith('x'));
    assert.equal(names.length, 2000);
  });
});
