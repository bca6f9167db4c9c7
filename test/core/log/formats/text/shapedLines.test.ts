import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { detectEncoding } from '../../../../../src/core/log/encoding';
import { TextReader } from '../../../../../src/core/log/formats/text/textReader';

const corpus = join('..', 'shared', 'corpus', 'text');
const fixtures = join('test', 'fixtures');

/** Everything the reader says of a text, in order; numbers told apart to the last bit. */
function heard(bytes: Uint8Array, mostShapes?: number): string[] {
  const said: string[] = [];
  const told = (value: number | undefined): string => (Object.is(value, -0) ? '-0' : String(value));
  const reader = new TextReader(
    {
      record: ({ fields }, values, line) => {
        const cells = fields.map(({ name, role, split }, at) => {
          return `${role} ${name} (${split ?? ''}) = ${told(values[at])}`;
        });
        said.push(`${line}: ${cells.join(', ')}`);
      },
      mark: mark => said.push(JSON.stringify(mark)),
      problem: problem => said.push(JSON.stringify(problem)),
    },
    detectEncoding(bytes.subarray(0, 65_536)),
    mostShapes,
  );
  reader.push(bytes);
  reader.end();
  return said;
}

/** Lines of known shapes are read from their bytes as they are read as text. */
function assertSame(bytes: Uint8Array, name?: string): void {
  assert.deepEqual(heard(bytes), heard(bytes, 0), name);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const digits = fc.stringMatching(/^\d{1,6}$/);
/** What lines are made of; `0` stands for digits that differ from line to line. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constant('0') },
  fc.constantFrom(
    ...'. .  : , - + / @ ( ) [ ] = == = | % e E x T _ 第 轮 é µ 　 ： → █ ▌ \u00a0 - nan inf -inf'.split(
      /(?<! ) /,
    ),
    ' ',
    '  ',
    '\t',
    ' - ',
  ),
  fc.constantFrom(
    'epoch',
    'Epoch ',
    'step',
    'ep-',
    'loss: ',
    'acc=',
    'BLEU-',
    'mAP@',
    'I',
    'Mon ',
    'ms',
    'e-',
    'e+',
    '[rank',
    'top',
    '0:0',
    '0.0',
    '0,000',
    '0000-00-00',
    '00:00:00',
    '\u001b[1m',
    '\u001b[0m',
    '\b\b',
    '\ufeff',
  ),
);

/** Several lines of one pattern, each with digits of its own. */
const lines = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 9 }),
    fc.array(digits, { minLength: 30, maxLength: 40 }),
  )
  .map(([pieces, numbers]) => {
    const pattern = pieces.join('');
    let at = 0;
    const drawn = (): string => numbers[at++ % numbers.length]!;
    return Array.from({ length: 6 }, () => pattern.replace(/0/g, drawn));
  });

describe('lines of known shapes', () => {
  it('are read from their bytes exactly as they are read as text', () => {
    const end = fc.constantFrom('\n', '\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 3 }), end, (patterns, by) => {
        const text = patterns.flat().map((line, at) => `Epoch ${at} loss ${at / 8} ${line}`);
        assertSame(utf8(['Epoch 1', ...text, ...patterns.flat(), ''].join(by)));
      }),
      { numRuns: 400 },
    );
  });

  it('are the same of bytes that are no text', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), parts => {
        const all = [...parts, ...parts].flatMap(part => [
          ...utf8('Epoch 3 loss 0.5'),
          ...part,
          10,
        ]);
        assertSame(Uint8Array.from(all));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same in every log of the fixtures and of the public corpus', () => {
    for (const root of [fixtures, corpus].filter(existsSync)) {
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(?:log|txt|out)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        if (bytes.length < 2_000_000) assertSame(new Uint8Array(bytes), path);
      }
    }
  }).timeout(60_000);

  it('stay right where there are more of them than are remembered', () => {
    const log = Array.from({ length: 400 }, (_, at) => {
      const word = at.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)]!);
      return `Epoch ${at} ${word} loss ${1 / (at + 1)}\nEpoch ${at} valid loss ${at}`;
    });
    const bytes = utf8(log.join('\n'));
    assert.deepEqual(heard(bytes, 4), heard(bytes, 0));
  });
});
