import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonLines } from '../../../../../src/core/log/formats/jsonLines';
import { LogReading } from '../../../../../src/core/run/logReading';
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

  it('make the same runs in large blocks, which a kernel reads, as in small ones', () => {
    const text = fc.tuple(line, fc.constantFrom(0, 1, 30, 200), fc.constantFrom('\n', '\r\n'));
    const runsOf = (bytes: Uint8Array, size: number): unknown => {
      const reading = new LogReading('log.jsonl');
      reading.start(bytes.slice(0, 65_536), bytes.length <= 65_536);
      for (let at = 0; at < bytes.length; at += size) reading.bytes(bytes.slice(at, at + size));
      reading.end();
      const runs = reading.runs().map(({ rows, series }) => ({
        rows: [rows.epoch, rows.step, rows.time, rows.line].map(each => Array.from(each.view())),
        series: series.map(each => [each.name, each.split, Array.from(each.values.view())]),
      }));
      return [reading.problems, runs];
    };
    let lines = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 8, maxLength: 30 }), drawn => {
        const parts = drawn.flatMap(([each, count, end]) => [
          `${each}${end}`,
          // Further lines of the same kind, with other numbers.
          ...Array.from(
            { length: count },
            () => each.replaceAll(/: \d+(?=[,}])/g, `: ${++lines % 7 === 0 ? 0.25 : lines}`) + end,
          ),
        ]);
        const first = '{"epoch": 1, "train_loss": 0.5, "lr": 0.1}\n'.repeat(800);
        const bytes = new TextEncoder().encode(first + parts.join(''));
        assert.deepEqual(runsOf(bytes, bytes.length), runsOf(bytes, 4000));
      }),
      { numRuns: 12 },
    );
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
