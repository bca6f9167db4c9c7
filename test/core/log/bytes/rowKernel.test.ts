import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { RowKernel, rowProgram, VALUE } from '../../../../src/core/log/bytes/rowKernel';

const text = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.float({ noNaN: true, noDefaultInfinity: true, min: -4, max: 4 }).map(String),
  fc.double({ min: -10, max: 10, noNaN: true }).map(value => value.toExponential(5)),
  fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 22 })).map(([digits, point]) => {
    const padded = String(digits).padStart(point + 1, '0');
    return `${padded.slice(0, padded.length - point)}.${padded.slice(padded.length - point)}`;
  }),
  // Half-way between two doubles, and beside it.
  fc
    .tuple(fc.nat({ max: 2 ** 30 }), fc.constantFrom('', '0000001', '4999999'))
    .map(([n, tail]) => `${n + 2 ** 52}.5${tail}`),
  fc.constantFrom('-0', '0.0', '1e22', '1e23', '5e-324', '1e5', '9007199254740993', '1E-7', '00.5'),
);

/** The numbers of rows of one cell; `null` where the kernel leaves one. */
function numbersOf(texts: readonly string[]): (number | null)[] {
  const kernel = new RowKernel();
  const programs = [rowProgram([VALUE])!];
  const bytes = new TextEncoder().encode(texts.map(each => `${each}\n`).join(''));
  assert.equal(kernel.reach(bytes, 0, bytes.length), bytes.length);
  const numbers: (number | null)[] = [];
  for (let start = 0; start < bytes.length;) {
    const count = kernel.rows(programs, 0, start, 44);
    numbers.push(...kernel.columns.subarray(0, count));
    start = kernel.stopped;
    if (start === bytes.length) break;
    numbers.push(null);
    start = bytes.indexOf(10, start) + 1;
  }
  return numbers;
}

describe('the kernel for rows', () => {
  it('reads numbers bit for bit as Number does, or leaves them', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 200 }), texts => {
        const numbers = numbersOf(texts);
        assert.equal(numbers.length, texts.length);
        numbers.forEach((number, at) => {
          if (number !== null) assert.ok(Object.is(number, Number(texts[at])), texts[at]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no number that frameworks print', () => {
    const usual = ['0', '12', '-3.5', '0.000123', '2.1023409366607666', '1.0000e-3', '99999999.25'];
    assert.deepEqual(numbersOf(usual), usual.map(Number));
  });

  it('leaves what is no plain number', () => {
    const odd = ['nan', '', '.', '-', '1e', '0x10', '1_000', '"1"', '+1', '1.5.2', '1 2'];
    for (const each of odd) assert.deepEqual(numbersOf([each]), [null], each);
  });

  it('is made of its source', () => {
    const done = spawnSync(process.execPath, ['scripts/kernel/make.mjs', '--check']);
    assert.equal(done.status, 0, 'run node scripts/kernel/make.mjs');
  });
});
