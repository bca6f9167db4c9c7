import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PatternMatcher, plainLine } from '../../../../src/core/log/patterns/matchPattern';
import { parsePattern } from '../../../../src/core/log/patterns/parsePattern';

/** The numbers of the fields; null where the line is not as the pattern says. */
function match(text: string, line: string): Record<string, number> | null {
  const { pattern } = parsePattern(text);
  assert.ok(pattern !== null);
  const matcher = new PatternMatcher(pattern);
  if (!matcher.matches(plainLine(line))) return null;
  return Object.fromEntries(pattern.fields.map(({ name }, at) => [name, matcher.values[at]!]));
}

describe('a line and a pattern', () => {
  it('agree when the text is the same and numbers stand in the fields', () => {
    const pattern = 'Epoch {epoch}/{planned}: train={train_loss} val={val_loss} {*}';
    const line = 'Epoch 3/50: train=0.5 val=-1.25e-3 (12.5s)';
    const found = { epoch: 3, planned: 50, train_loss: 0.5, val_loss: -0.00125 };
    assert.deepEqual(match(pattern, line), found);
    assert.deepEqual(match(pattern, 'Epoch 3/50: train=0.5 val=-1.25e-3'), found);
    assert.equal(match(pattern, 'epoch 3/50: train=0.5 val=1'), null);
    assert.equal(match(pattern, 'Epoch 3/50: train=x val=1'), null);
    assert.equal(match('loss {loss}', 'loss 0.5 s'), null);
    assert.equal(match('loss {loss}', 'the loss 0.5'), null);
  });

  it('agree however many blanks there are, and where numbers are padded', () => {
    assert.deepEqual(match('loss:{loss}  acc: {acc}', '\tloss:   0.5 acc:\u00a0\u00a0.9 '), {
      loss: 0.5,
      acc: 0.9,
    });
    assert.deepEqual(match('{a} {b}', '12   13'), { a: 12, b: 13 });
    assert.equal(match('{a} {b}', '12'), null);
  });

  it('agree on NaN, infinities, and thousands where no comma follows in the pattern', () => {
    assert.deepEqual(match('{a} {b} {c}', 'nan -inf Infinity'), {
      a: NaN,
      b: -Infinity,
      c: Infinity,
    });
    assert.deepEqual(match('step {step} x', 'step 12,000 x'), { step: 12_000 });
    assert.deepEqual(match('{a},{b}', '12,000'), { a: 12, b: 0 });
    const longest = `1${',000'.repeat(15)}`;
    assert.deepEqual(match('{a} x', `${longest} x`), { a: 1e45 });
    assert.equal(match('{a} x', `${longest},000 x`), null);
  });

  it('let {*} stand for as little as possible, and for nothing', () => {
    assert.deepEqual(match('{*} loss={loss} {*}', 'loss=1 loss=2'), { loss: 1 });
    assert.deepEqual(match('{*} loss={loss}', 'loss=1 loss=2'), { loss: 2 });
    assert.deepEqual(match('{*} loss={loss} {*} acc={acc}', 'x loss=1 y acc=2 acc=3'), {
      loss: 1,
      acc: 3,
    });
    assert.deepEqual(match('a {*} {x} {*}', 'a b12 7 c'), { x: 7 });
  });

  it('do not take the end of a word for the word behind {*}', () => {
    assert.deepEqual(match('{*}loss={loss}{*}'.replace('}{*}', '} {*}'), 'val_loss=1 loss=2'), {
      loss: 2,
    });
    assert.deepEqual(match('{*}val={val}', 'interval=3 val=4'), { val: 4 });
  });

  it('tell how far they agree', () => {
    const { pattern } = parsePattern('Epoch {epoch}: loss {loss}');
    assert.ok(pattern !== null);
    const matcher = new PatternMatcher(pattern);
    const line = 'Epoch 12: cost 0.5';
    assert.equal(matcher.matches(line), false);
    assert.equal(line.slice(0, matcher.furthest), 'Epoch 12: ');
  });

  it('agree where the line was made from the pattern', () => {
    const name = fc.constantFrom('loss', 'val acc', 'Ep', '|', 'a:b', '轮');
    const value = fc.double({ noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 8 }), pairs => {
        const pattern = pairs.map(([text], at) => `${text} {x${at}}`).join(' ');
        const line = pairs.map(([text, number]) => `${text} ${number}`).join('  ');
        const values = pairs.map(([, number], at) => [`x${at}`, Number(String(number))]);
        assert.deepEqual(match(pattern, line), Object.fromEntries(values));
      }),
    );
  });
});
