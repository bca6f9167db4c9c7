import assert from 'node:assert/strict';
import fc from 'fast-check';
import { python } from '../../../../src/core/config/languages/python';

/** Long enough for its tree to be kept. */
const TEXT =
  "p.add_argument('--epochs', default=90)\na = p.parse_args()\n" +
  Array.from(
    { length: 60 },
    (_, at) =>
      `def f_${at}(x, n=${at}):\n    for i in range(n):\n        x = g(x, i, lr=0.1)\n    return x\n`,
  ).join('') +
  'for epoch in range(a.epochs):\n    loss.backward()\n';

/** Other texts, so that no tree of an earlier one is left. */
function forget(): void {
  for (const at of [1, 2, 3, 4, 5]) python.read(`epochs = ${at}\n`.repeat(450));
}

describe('Python that is being typed', () => {
  it('gives the same settings as if it was read for the first time', () => {
    const piece = fc.constantFrom(
      'epochs = 5\n',
      '(',
      ')',
      '"""',
      ':',
      '\n',
      '    ',
      'for epoch in range(7): f()',
      '#',
      'x',
    );
    const edit = fc.record({
      at: fc.nat(TEXT.length),
      gone: fc.nat(40),
      come: fc.array(piece, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), edits => {
        let text = TEXT;
        python.read(text);
        let typed = python.read(text);
        for (const { at, gone, come } of edits) {
          text = text.slice(0, at) + come.join('') + text.slice(at + gone);
          typed = python.read(text);
        }
        forget();
        assert.deepEqual(typed.settings, python.read(text).settings);
      }),
      { numRuns: 12 },
    );
  });
});
