import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wandb } from '../../../../../src/core/log/formats/wandb';
import { assertChunkLaw } from '../../chunkLaw';
import { type Heard, read } from '../reading';
import { exit, history, run, wandbFile } from './encode';

const NAME = 'run-abcd1234.wandb';
const heard = (bytes: Uint8Array): Heard => read(wandb, NAME, bytes);
const losses = ({ records }: Heard): (number | undefined)[] =>
  records.map(({ fields }) => fields['loss']);
const ROWS = 12;
const FILE = wandbFile(
  run('brisk-river-7', { epochs: '6', note: '"x"' }),
  ...Array.from({ length: ROWS }, (_, step) => history(step, [['loss', String(ROWS - step)]])),
  exit(0),
);

describe('wandb, damaged', () => {
  it('leaves out a record whose check sum is wrong, and says which', () => {
    const { bytes, starts } = FILE;
    const damaged = bytes.slice();
    damaged[starts[3]! + 10]! ^= 1;
    assert.deepEqual(losses(heard(damaged)), [12, 11, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert.deepEqual(heard(damaged).problems, [
      { code: 'bad-record', line: 0, details: { record: 4, byte: starts[3] } },
    ]);
    assertChunkLaw(wandb, NAME, damaged, 10);
  });

  it('goes on in the next block where a length is wrong', () => {
    const long = `"${'x'.repeat(20_000)}"`;
    const rows = Array.from({ length: 6 }, (_, step) =>
      history(step, [
        ['loss', String(step)],
        ['text', long],
      ]),
    );
    const { bytes, starts } = wandbFile(...rows);
    bytes[starts[0]! + 5]! ^= 0xff;
    const { problems } = heard(bytes);
    assert.deepEqual(losses(heard(bytes)), [2, 3, 4, 5]);
    assert.deepEqual(problems[0]?.details, { record: 1, byte: starts[0] });
    assertChunkLaw(wandb, NAME, bytes, 5);
  });

  it('takes a file that ends anywhere for one that is still written', () => {
    const whole = heard(FILE.bytes);
    fc.assert(
      fc.property(fc.integer({ min: 7, max: FILE.bytes.length }), length => {
        const { records, problems } = heard(FILE.bytes.slice(0, length));
        assert.deepEqual(problems, []);
        assert.deepEqual(records, whole.records.slice(0, records.length));
        const settled = FILE.starts.slice(1, -1).filter(start => start <= length).length - 1;
        assert.ok(records.length >= settled);
      }),
    );
  });

  it('keeps what stands before a flipped bit, loses one record or the rest of its block, and says so', () => {
    const whole = losses(heard(FILE.bytes));
    fc.assert(
      fc.property(
        fc.integer({ min: FILE.starts[1]!, max: FILE.bytes.length - 1 }),
        fc.nat({ max: 7 }),
        (at, bit) => {
          const flipped = FILE.bytes.slice();
          flipped[at]! ^= 1 << bit;
          const result = heard(flipped);
          const before = FILE.starts.filter(start => start <= at).length - 2;
          assert.deepEqual(losses(result).slice(0, before), whole.slice(0, before));
          const isLength = FILE.starts.some(start => at === start + 4 || at === start + 5);
          // A length that leads behind the end of the file looks like one that is still written.
          if (!isLength) assert.equal(result.problems.length, 1);
          if (!isLength) assert.ok(result.records.length >= ROWS - 1);
        },
      ),
    );
  });

  it('survives any content with good check sums', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 })), contents => {
        const records = contents.flatMap(content => [
          [...content],
          [0x12, content.length, ...content],
        ]);
        heard(wandbFile(...records).bytes);
      }),
    );
  });

  it('is bounded where values are nested without end', () => {
    const deep = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);
    const { bytes } = wandbFile(
      history(0, [
        ['loss', '1'],
        ['deep', deep],
      ]),
    );
    assert.deepEqual(losses(heard(bytes)), [1]);
  });

  it('says what is no JSON and keeps the other values of the row', () => {
    const { bytes, starts } = wandbFile(
      history(0, [
        ['loss', '1'],
        ['acc', '{'],
      ]),
    );
    assert.deepEqual(losses(heard(bytes)), [1]);
    assert.deepEqual(heard(bytes).problems, [
      { code: 'bad-record', line: 0, details: { record: 1, byte: starts[0] } },
    ]);
  });

  it('says that a file of zeros is none of W&B, and reads nothing', () => {
    const { records, problems } = heard(new Uint8Array(100_000));
    assert.deepEqual(records, []);
    assert.deepEqual(problems, [{ code: 'bad-record', line: 0, details: { record: 0, byte: 0 } }]);
  });
});
