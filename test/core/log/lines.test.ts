import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type LineOptions, LineReader } from '../../../src/core/log/lines';

type Line = readonly [text: string, line: number, redrawn: boolean];

function linesOf(
  bytes: Uint8Array,
  options: LineOptions = {},
  sizes: readonly number[] = [],
): Line[] {
  const lines: Line[] = [];
  const reader = new LineReader(
    (text, line, redrawn) => lines.push([text, line, redrawn]),
    options,
  );
  let from = 0;
  for (const size of [...sizes, bytes.length]) {
    reader.push(bytes.slice(from, from + size));
    from += size;
  }
  reader.end();
  return lines;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (text: string, options: LineOptions = {}): string[] =>
  linesOf(utf8(text), options).map(([line]) => line);

describe('LineReader', () => {
  it('ends lines at LF, CRLF and CR CR LF', () => {
    assert.deepEqual(texts('a\nb\r\nc\r\r\nd\n'), ['a', 'b', 'c', 'd']);
  });

  it('delivers empty lines, and a last line that nothing ended', () => {
    assert.deepEqual(texts('a\n\n\nb'), ['a', '', '', 'b']);
    assert.deepEqual(texts(''), []);
    assert.deepEqual(texts('\n'), ['']);
  });

  it('ends lines at CR where the file has no LF', () => {
    assert.deepEqual(texts('a\rb\rc'), ['a', 'b', 'c']);
    assert.deepEqual(texts('a\rb\rc\r'), ['a', 'b', 'c']);
  });

  it('knows lines that end at CR after 64 K characters, without the end of the file', () => {
    const lines: string[] = [];
    const reader = new LineReader(text => lines.push(text));
    reader.push(utf8('0123456789\r'.repeat(7000)));
    assert.equal(lines.length >= 5900, true);
    assert.equal(new Set(lines).size, 1);
  });

  it('delivers only the last state of a line that was drawn again with CR', () => {
    assert.deepEqual(texts('x\n10%\r50%\r100%\ny\n'), ['x', '100%', 'y']);
    assert.deepEqual(texts('\r10%\r50%\r\r\ny\n'), ['50%', 'y']);
  });

  it('delivers every state on request, and says which was drawn over', () => {
    assert.deepEqual(linesOf(utf8('10%\r50%\r100%\r\ny\n'), { redraws: 'all' }), [
      ['10%', 1, true],
      ['50%', 2, true],
      ['100%', 3, false],
      ['y', 4, false],
    ]);
  });

  it('numbers lines as an editor does: a lone CR begins one too', () => {
    assert.deepEqual(linesOf(utf8('a\r\nb\rc\nd\n')), [
      ['a', 1, false],
      ['c', 3, false],
      ['d', 4, false],
    ]);
  });

  it('takes ANSI codes, NUL bytes and byte order marks out', () => {
    const escape = '\u001b';
    assert.deepEqual(texts(`\ufeff${escape}[1mloss${escape}[0m: ${escape}[91m3.01${escape}[0m\n`), [
      'loss: 3.01',
    ]);
    assert.deepEqual(texts(`${escape}]0;title\u0007a\u0000b\n\ufeffc\n`), ['ab', 'c']);
  });

  it('lets backspaces take back what is written over, not what stands at the end', () => {
    assert.deepEqual(texts('10%\b\b\b50%\n'), ['50%']);
    assert.deepEqual(texts('50%\b\b\b\n'), ['50%']);
  });

  it('cuts a line that is too long and says so once', () => {
    const problems: number[] = [];
    const options = { maxLength: 4, onTooLong: (line: number) => problems.push(line) };
    assert.deepEqual(texts('abcdef\ngh\nijklmnop\n', options), ['abcd', 'gh', 'ijkl']);
    assert.deepEqual(problems, [1]);
  });

  it('reads every encoding the platform knows', () => {
    const wide = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x2d, 0x4e, 0x0a, 0]);
    assert.deepEqual(linesOf(wide, { encoding: 'utf-16le' }), [
      ['a', 1, false],
      ['中', 2, false],
    ]);
  });

  it('delivers the same lines however the bytes are cut', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      '中',
      '😀',
      '\n',
      '\r',
      '\r\n',
      '\b',
      '\u001b[1m',
      '\ufeff',
      ' ',
    );
    const redraws = fc.constantFrom<'last' | 'all'>('last', 'all');
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.array(fc.nat({ max: 6 })),
        redraws,
        (pieces, sizes, which) => {
          const bytes = utf8(pieces.join(''));
          const options = { redraws: which };
          assert.deepEqual(linesOf(bytes, options, sizes), linesOf(bytes, options));
        },
      ),
      { numRuns: 300 },
    );
  });
});
