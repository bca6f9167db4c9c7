import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonLines } from '../../../../../src/core/log/formats/jsonLines';
import { assertChunkLaw } from '../../chunkLaw';
import { read } from '../reading';

const number = fc.oneof(
  { weight: 6, arbitrary: fc.double().map(value => (Number.isNaN(value) ? 'NaN' : String(value))) },
  { weight: 3, arbitrary: fc.nat({ max: 9999 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['NaN', 'Infinity', '-Infinity', '-0', '1e-5', '1E+5', '0.1e3', '12345678901234567890'],
      // No JSON, or no number.
      ...[
        'nan',
        '.5',
        '5.',
        '05',
        '+5',
        '5.e3',
        '1e',
        'inf',
        'null',
        '"0.5"',
        '"12:30"',
        '--1',
        '',
      ],
    ),
  },
);
const clock = fc.constantFrom('2024-05-01 10:00:01', '0:01:02', '17', '12:3\\u0030', 'x', '12:30é');

/** Lines of a few kinds, as scripts write them; some of their values are no JSON. */
const line = fc.oneof(
  fc
    .tuple(number, number, number)
    .map(([epoch, loss, lr]) => `{"epoch": ${epoch}, "train_loss": ${loss}, "lr": ${lr}}`),
  fc
    .tuple(number, clock, fc.constantFrom('train', 'val'), number)
    .map(
      ([step, at, mode, loss]) =>
        `{"step":${step},"time_of":"${at}","mode":"${mode}","loss":${loss},"tags":[1,"a"]}`,
    ),
  fc
    .tuple(number, number, number)
    .map(
      ([step, a, b]) =>
        `{"step": ${step}, "losses": {"a_loss": ${a}, "list": [${b}, 2]}, "1": ${b}}`,
    ),
  fc.tuple(number, number).map(([a, b]) => `{"step": 3, "loss": ${a}, "loss": ${b}}`),
  fc.constantFrom('', ' ', 'words', '{"step": 1', '[1]', '{}'),
);
const first = '{"epoch": 1, "train_loss": 0.5, "lr": 0.1}';

describe('lines of JSON', () => {
  it('are read by templates as they are parsed one by one', () => {
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), ends, (drawn, end) => {
        const lines = [first, first, ...drawn];
        const text = (before: (at: number) => string): string =>
          lines.map((each, at) => (each === '' ? '' : before(at)) + each + end).join('');
        // Blanks before a line, each time another number of them: no template fits.
        const parsed = read(
          jsonLines,
          'log.jsonl',
          text(at => ' '.repeat(at + 1)),
        );
        assert.deepEqual(
          read(
            jsonLines,
            'log.jsonl',
            text(() => ''),
          ),
          parsed,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are the same however the bytes are cut', () => {
    const lines = [1, 2, 3, 4].flatMap(epoch => [
      `{"epoch": ${epoch}, "mode": "train", "loss": ${1 / epoch}, "eta": "0:0${epoch}:00"}`,
      `{"epoch": ${epoch}, "mode": "val", "loss": NaN, "note": "ü"}`,
      epoch === 3 ? '{"epoch": 3, "mode"' : '',
    ]);
    assertChunkLaw(jsonLines, 'log.jsonl', lines.join('\n'));
  });

  it('of too many sets of keys are left out, which is said once', () => {
    const lines = Array.from({ length: 10_100 }, (_, at) => `{"step": ${at}, "loss_${at}": 0.5}`);
    const { records, problems } = read(jsonLines, 'log.jsonl', lines.join('\n'));
    assert.equal(records.length, 10_000);
    assert.deepEqual(problems, [
      { code: 'too-many-shapes', line: 10_001, details: { most: 10_000 } },
    ]);
  });
});
