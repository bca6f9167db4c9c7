import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LONGEST_PATTERN, MOST_PATTERNS } from '../../../../src/core/log/patterns/pattern';
import { parsePattern } from '../../../../src/core/log/patterns/parsePattern';
import { patternsFrom } from '../../../../src/core/log/patterns/patternsFrom';

const problemOf = (text: unknown): object | null => {
  const { problem } = parsePattern(text);
  return problem && { code: problem.code, at: problem.at, ...problem.details };
};

const fieldsOf = (text: string): string[] =>
  (parsePattern(text).pattern?.fields ?? []).map(
    ({ name, role, split }) => `${name} ${role} ${split ?? '–'}`,
  );

describe('a pattern of the user', () => {
  it('names numbers: axes by their words, anything else is a curve', () => {
    assert.deepEqual(fieldsOf('Epoch {epoch}/{planned}: train={train_loss} mIoU@0.5={mIoU@0.5}'), [
      'epoch epoch –',
      'planned planned –',
      'train_loss value –',
      'mIoU@0.5 value –',
    ]);
    assert.deepEqual(fieldsOf('[{time}] {iteration}: fold {run}'), [
      'time time –',
      'iteration step –',
      'run run –',
    ]);
  });

  it('may say what a value was computed on', () => {
    assert.deepEqual(fieldsOf('{acc:val} {acc:train} {acc : test}'), [
      'acc value validation',
      'acc value train',
      'acc value test',
    ]);
  });

  it('takes braces that begin no field as text, and a doubled one as one', () => {
    const text = (given: string) =>
      parsePattern(given).pattern?.parts.map(part =>
        part.map(token => (token.kind === 'text' ? token.text : token.kind)),
      );
    assert.deepEqual(text("{'loss': {loss}}"), [["{'loss':", 'number', '}']]);
    assert.deepEqual(text('{{a} {x}'), [['{a}', 'number']]);
    assert.deepEqual(text('{x} {*} {y}'), [
      ['number', 'blank'],
      ['blank', 'number'],
    ]);
  });

  it('says what is wrong, and where', () => {
    assert.deepEqual(problemOf(''), { code: 'no-text', at: 0 });
    assert.deepEqual(problemOf(7), { code: 'no-text', at: 0 });
    assert.deepEqual(problemOf(' loss'), { code: 'no-field', at: 1 });
    assert.deepEqual(problemOf('{*}'), { code: 'no-field', at: 0 });
    assert.deepEqual(problemOf('loss {loss'), { code: 'unclosed', at: 5 });
    assert.deepEqual(problemOf('a {x} b {x}'), { code: 'duplicate', at: 8, name: 'x' });
    assert.deepEqual(problemOf('{step} {round}'), { code: 'duplicate', at: 7, name: 'round' });
    assert.deepEqual(problemOf('{x}{y}'), { code: 'adjacent', at: 3 });
    assert.deepEqual(problemOf('{x}{*}'), { code: 'adjacent', at: 3 });
    assert.deepEqual(problemOf('{*}{x}'), { code: 'adjacent', at: 3 });
    assert.deepEqual(problemOf('{*}{*}{x}'), { code: 'adjacent', at: 3 });
    assert.deepEqual(problemOf('{a=b}'), { code: 'bad-name', at: 0, name: 'a=b' });
    assert.deepEqual(problemOf('{a:dev}'), { code: 'bad-split', at: 0, name: 'a', split: 'dev' });
    assert.deepEqual(problemOf('{epoch:val}'), {
      code: 'bad-split',
      at: 0,
      name: 'epoch',
      split: 'val',
    });
    assert.deepEqual(problemOf(`{x}${' a'.repeat(LONGEST_PATTERN)}`), {
      code: 'too-long',
      at: LONGEST_PATTERN,
      most: LONGEST_PATTERN,
    });
    const many = Array.from({ length: 40 }, (_, index) => `{x${index}}`).join(' ');
    assert.equal(parsePattern(many).problem?.code, 'too-many-fields');
  });

  it('is a pattern or a problem, never an exception', () => {
    const piece = fc.constantFrom('{', '}', '*', ':', 'a', ' ', '{*}', '{x}', 'loss=', '\n', '轮');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const { pattern, problem } = parsePattern(pieces.join(''));
        assert.notEqual(pattern === null, problem === null);
      }),
    );
  });
});

describe('a list of patterns', () => {
  it('is read as far as it is right; the position of what is wrong is kept', () => {
    const { patterns, problems } = patternsFrom(['loss {loss}', 5, '{', 'acc {acc}']);
    assert.deepEqual(
      patterns.map(({ text }) => text),
      ['loss {loss}', 'acc {acc}'],
    );
    assert.deepEqual(
      problems.map(({ code, index }) => [code, index]),
      [
        ['no-text', 1],
        ['no-field', 2],
      ],
    );
  });

  it('has an end', () => {
    const { patterns, problems } = patternsFrom(Array(MOST_PATTERNS + 7).fill('loss {loss}'));
    assert.equal(patterns.length, MOST_PATTERNS);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['too-many'],
    );
  });

  it('is empty where a settings file says something else', () => {
    assert.deepEqual(patternsFrom({ a: 1 }), { patterns: [], problems: [] });
  });
});
