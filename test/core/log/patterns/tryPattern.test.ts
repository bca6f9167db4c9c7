import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePattern } from '../../../../src/core/log/patterns/parsePattern';
import { patternOf } from '../../../../src/core/log/patterns/patternOf';
import { tryPattern } from '../../../../src/core/log/patterns/tryPattern';

const tried = (text: string, log: string): object => {
  const { pattern } = parsePattern(text);
  assert.ok(pattern !== null);
  const { match, nearest } = tryPattern(pattern, new TextEncoder().encode(log));
  return { lines: match.lines, first: match.first, nearest };
};

describe('trying a pattern', () => {
  const LOG = 'begin\nEpoch 1 - cost 3\nEpoch 2 - cost 2\n';

  it('says what it would read', () => {
    assert.deepEqual(tried('Epoch {epoch} - cost {loss}', LOG), {
      lines: 2,
      first: { line: 2, values: [1, 3] },
      nearest: null,
    });
  });

  it('says which line agrees with it longest where none is like it', () => {
    assert.deepEqual(tried('Epoch {epoch} - loss {loss}', LOG), {
      lines: 0,
      first: null,
      nearest: { line: 2, agrees: 'Epoch 1 - ' },
    });
    assert.deepEqual(tried('nothing {x}', LOG), { lines: 0, first: null, nearest: null });
  });
});

describe('a pattern made of a line', () => {
  it('calls numbers after the words in front of them, and the others anything', () => {
    assert.equal(
      patternOf('Epoch 3/50: train=0.5  val=0.4 (12.5s)'),
      'Epoch {epoch}/{planned}: train={train} val={val} ({*}s)',
    );
    assert.equal(patternOf("{'loss': 0.5, 'lr': 1e-3}"), "{'loss': {loss}, 'lr': {lr}}");
    assert.equal(patternOf('no number'), '');
  });

  it('matches the line it was made of', () => {
    const piece = fc.constantFrom(
      'loss',
      ' ',
      '0.5',
      '{',
      '}',
      '{a',
      ':',
      '=',
      '12',
      '-',
      '/',
      '轮',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
        const line = pieces.join('');
        const { pattern } = parsePattern(patternOf(line));
        if (pattern === null) return;
        assert.equal(tryPattern(pattern, new TextEncoder().encode(line)).match.lines, 1);
      }),
    );
  });
});
