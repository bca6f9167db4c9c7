import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteLines } from '../../../../src/core/log/bytes/byteLines';
import type { ByteLineOptions, LineTaker } from '../../../../src/core/log/bytes/lineTaker';
import { LineReader } from '../../../../src/core/log/lines';

type Line = readonly [text: string, line: number, redrawn: boolean];

/** Takes the lines; with `greedy`, by the fast way those that begin with a small letter. */
class Taker implements LineTaker {
  readonly lines: Line[] = [];
  taken = 0;
  readonly reader: ByteLines;
  readonly run?: (bytes: Uint8Array, from: number, to: number, line: number) => number;

  constructor(options: ByteLineOptions, greedy: boolean) {
    if (greedy) this.run = this.#letters.bind(this);
    this.reader = new ByteLines(this, options);
  }

  line(_: Uint8Array, from: number, to: number, line: number, redrawn: boolean): void {
    this.lines.push([this.reader.text(from, to), line, redrawn]);
  }

  #letters(bytes: Uint8Array, from: number, to: number, line: number): number {
    this.taken = 0;
    let start = from;
    for (const found of latin1(bytes.subarray(from, to)).matchAll(/([a-z]+)\r?\n/gy)) {
      this.lines.push([found[1]!, line + this.taken++, false]);
      start += found[0].length;
    }
    return start;
  }
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

function linesOf(
  bytes: Uint8Array,
  options: ByteLineOptions = {},
  sizes: readonly number[] = [],
  greedy = false,
): Line[] {
  const { lines, reader } = new Taker(options, greedy);
  let from = 0;
  for (const size of [...sizes, bytes.length]) {
    reader.push(bytes.slice(from, from + size));
    from += size;
  }
  reader.end();
  return lines;
}

function linesOfText(bytes: Uint8Array, options: ByteLineOptions): Line[] {
  const lines: Line[] = [];
  const reader = new LineReader((text, line, again) => lines.push([text, line, again]), options);
  reader.push(bytes);
  reader.end();
  return lines;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const pieces = fc
  .array(
    fc.constantFrom(
      'a',
      'bc',
      'é',
      '中',
      '😀',
      '1',
      '\n',
      '\r',
      '\r\n',
      '\r\r\n',
      '\b',
      '\u001b[1m',
      ' ',
      '\ufeff',
    ),
  )
  .map(all => all.join(''));
const cuts = fc.array(fc.nat({ max: 6 }));
const redraws = fc.constantFrom<'last' | 'all'>('last', 'all');

describe('ByteLines', () => {
  it('delivers the lines that LineReader delivers, however the bytes are cut', () => {
    fc.assert(
      fc.property(pieces, cuts, redraws, fc.boolean(), (text, sizes, which, greedy) => {
        const options = { redraws: which };
        const expected = linesOfText(utf8(text), options);
        assert.deepEqual(linesOf(utf8(text), options, sizes, greedy), expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('ends lines at CR where 64 K bytes have no LF', () => {
    const { lines, reader } = new Taker({}, false);
    const bytes = utf8('0123456789\r'.repeat(7000));
    for (let at = 0; at < bytes.length; at += 1000) reader.push(bytes.slice(at, at + 1000));
    assert.equal(lines.length >= 5900, true);
    assert.equal(new Set(lines.map(([text]) => text)).size, 1);
  });

  it('cuts a line that is too long at a whole character, says so once, and goes on behind it', () => {
    const bytes = utf8('abcdef\ngh\nij中kl中mn\r\nop\n');
    const read = (sizes: readonly number[]): unknown => {
      const problems: number[] = [];
      const options = { maxLength: 4, onTooLong: (line: number) => problems.push(line) };
      return [linesOf(bytes, options, sizes), problems];
    };
    const lines: Line[] = [
      ['abcd', 1, false],
      ['gh', 2, false],
      ['ij', 3, false],
      ['op', 4, false],
    ];
    assert.deepEqual(read([]), [lines, [1]]);
    for (let size = 1; size < 12; size++)
      assert.deepEqual(read(Array.from({ length: 40 }, () => size)), [lines, [1]]);
  });

  it('keeps no more than a line may be long of one that nothing ends', () => {
    const { lines, reader } = new Taker({ maxLength: 100 }, false);
    for (let block = 0; block < 1000; block++) reader.push(utf8('x'.repeat(1000)));
    reader.end();
    assert.deepEqual(lines, [['x'.repeat(100), 1, false]]);
  });

  it('reads other encodings as UTF-8', () => {
    const wide = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x2d, 0x4e, 0x0a, 0]);
    assert.deepEqual(linesOf(wide, { encoding: 'utf-16le' }, [3, 3, 3]), [
      ['a', 1, false],
      ['中', 2, false],
    ]);
  });
});
