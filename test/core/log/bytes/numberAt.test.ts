import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberAt } from '../../../../src/core/log/bytes/numberAt';

const out = new Float64Array(2);

/** The value and the end of the number that a text begins with, after two other bytes. */
function read(text: string, after = ''): { value: number | null; end: number } {
  const bytes = new TextEncoder().encode(`1e${text}${after}`);
  out[1] = 77;
  const end = numberAt(bytes, 2, bytes.length, out, 1);
  return { value: end === 2 ? null : out[1], end: end - 2 };
}

/** What follows decides on the way: far from the end, bytes need not be compared with it. */
const AFTER = ',0.123456789012345678901234567890123456789\n';

function assertSame(text: string): void {
  const far = read(text, AFTER);
  assert.equal(far.end, text.length, text);
  assert.ok(Object.is(far.value, Number(text)), `${text}: ${far.value} for ${Number(text)}`);
  const { value, end } = read(text);
  assert.equal(end, text.length, text);
  assert.ok(Object.is(value, Number(text)), `${text}: ${value} for ${Number(text)}`);
}

/** A double of any bits that is a number. */
const anyBits = fc
  .tuple(fc.integer(), fc.integer())
  .map(([high, low]) => new Float64Array(Int32Array.of(low, high).buffer)[0]!)
  .filter(value => Number.isFinite(value));

const digits = fc.stringMatching(/^[0-9]{1,24}$/);

describe('numberAt', () => {
  it('reads what Number reads of every way to write a decimal', () => {
    for (const text of [
      ...['0', '-0', '+0', '1', '007', '.5', '5.', '-.5', '+5.', '0.0', '000000000000000000000001'],
      ...['1e5', '1E5', '1e+5', '1e-5', '1.5e0005', '0e999999', '1e-999999', '1e999999', '-1e400'],
      ...['9007199254740993', '9007199254740992.5', '123456789012345678', '1234567890123456789'],
      ...['1700000000.123456', '0.1', '0.30000000000000004', '2.2250738585072011e-308', '5e-324'],
      ...['1.7976931348623157e308', '1.7976931348623159e308', '4.9406564584124654e-324'],
      ...['0.000000000000000000000000000012345', '123456789.123456789', '999999999999999999'],
    ])
      assertSame(text);
  });

  it('gives back every double of 15 to 17 digits, however it is written', () => {
    fc.assert(
      fc.property(anyBits, value => {
        assertSame(String(value));
        assertSame(value.toExponential(16));
        assertSame(value.toPrecision(15));
        assertSame(String(Math.fround(value)).replace('Infinity', '1e999'));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives back doubles of the size that logs hold', () => {
    const usual = fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: -30, max: 20 }),
    );
    fc.assert(
      fc.property(usual, ([value, power]) => {
        const scaled = value * 10 ** power;
        assertSame(String(scaled));
        assertSame(String(Math.fround(scaled)));
        assertSame(scaled.toFixed(6));
        assertSame(scaled.toFixed(18));
        assertSame(scaled.toPrecision(17));
      }),
      { numRuns: 5000 },
    );
  });

  it('rounds halfway cases and their neighbours to even as Number does', () => {
    const half = fc.tuple(fc.bigInt({ min: 1n << 52n, max: (1n << 53n) - 1n }), fc.nat(10));
    fc.assert(
      fc.property(half, ([mantissa, shift]) => {
        const middle = (2n * mantissa + 1n) << BigInt(shift);
        for (const near of [middle - 1n, middle, middle + 1n]) {
          assertSame(String(near));
          assertSame(`${near}e-5`);
          assertSame(`${near}e25`);
        }
        assertSame(`${middle}.0000000000000000000000000000001`);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads any digits with a point and an exponent anywhere', () => {
    const sign = fc.constantFrom('', '-', '+');
    const exponent = fc.option(fc.integer({ min: -330, max: 330 }), { nil: null });
    fc.assert(
      fc.property(sign, digits, fc.option(digits, { nil: null }), exponent, (s, a, b, e) => {
        assertSame(`${s}${a}${b === null ? '' : `.${b}`}${e === null ? '' : `e${e}`}`);
        if (b !== null) assertSame(`${s}.${b}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('stops where the number ends and leaves the rest to the caller', () => {
    const ends = ['1.5,2', '1.5abc', '1.5.5', '1.5e', '1.5e+', '1.5e+x', '-1.5-', '1.5e-x', '1,5'];
    assert.deepEqual(
      ends.map(text => read(text)),
      [3, 3, 3, 3, 3, 3, 4, 3, 1].map((end, at) => ({
        value: at === 6 ? -1.5 : at === 8 ? 1 : 1.5,
        end,
      })),
    );
    assert.deepEqual(read('0x10'), { value: 0, end: 1 });
  });

  it('finds no number where none begins and leaves the place for it alone', () => {
    for (const text of [
      '',
      '-',
      '+',
      '.',
      '-.',
      'e5',
      '.e5',
      'nan',
      'inf',
      ' 1',
      '--1',
      '+-1',
      '\n',
    ]) {
      assert.deepEqual(read(text), { value: null, end: 0 }, text);
      assert.equal(out[1], 77);
    }
  });

  it('does not look beyond the end it is given', () => {
    const bytes = new TextEncoder().encode('123456789012.5e10');
    for (let to = 1; to <= bytes.length; to++) {
      const text = '123456789012.5e10'.slice(0, to).replace(/e$/, '');
      assert.equal(numberAt(bytes, 0, to, out, 0), text.length);
      assert.equal(out[0], Number(text));
    }
  });
});
