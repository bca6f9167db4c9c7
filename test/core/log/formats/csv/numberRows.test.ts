import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../../../src/core/log/formats/csv';
import { LogReading } from '../../../../../src/core/run/logReading';
import type { Run } from '../../../../../src/core/run/run';
import { assertChunkLaw } from '../../chunkLaw';
import { read, recognizes } from '../reading';

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -3, max: 3 }).map(String) },
  { weight: 3, arbitrary: fc.nat({ max: 99_999 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['', '', '', ' ', 'nan', 'NaN', '-inf', 'Infinity', '.5', '5.', '1e-4', '1e', '0x10', '-'],
      ...['50%', '3/10', 'word', '2024-05-01 10:00', 'tensor(0.5)', ' 0.25 ', '+7', '1_000', '#1'],
      ...['\t1', '0'.repeat(70), '123456789012345678901234', 'naN2', 'infinit', 'Zürich'],
    ),
  },
);
const rows = fc.array(fc.array(cell, { minLength: 0, maxLength: 7 }), { maxLength: 8 });
const header = ['epoch', 'step', 'train_loss', 'note', 'val_loss', 'index'];
const first = [
  ['0', '1', '0.5', 'a', '', '1'],
  ['0', '2', '0.4', 'b', '0.7', '2'],
];
/** So many rows of one width that ragged ones after them leave no doubt how the table is cut. */
const regular = Array.from({ length: 10 }, () => first).flat();

describe('rows of numbers', () => {
  it('are read from their bytes as they are from their text', () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|');
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(rows, delimiters, ends, (drawn, delimiter, end) => {
        const full = drawn.filter(cells => cells.length >= 5);
        const indexed = full.map(cells => [...cells.slice(0, 5), '1', ...cells.slice(5)]);
        // A quote makes a row one that is read as text; the column of the index goes nowhere.
        const text = (index: string): string =>
          [header, ...[...regular, ...indexed].map(cells => cells.with(5, index))]
            .map(cells => cells.join(delimiter) + end)
            .join('');
        const asText = read(csv, 'metrics.csv', text('"1"'));
        assert.deepEqual(read(csv, 'metrics.csv', text('1')), asText);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same however the bytes are cut', () => {
    const table = [
      header,
      ...first,
      ...first,
      ['1', '5', '', 'ü', 'nan'],
      ['1', '6', '"0.3"', '', '1'],
    ];
    const text = table.map(cells => cells.join()).join('\r\n');
    assertChunkLaw(csv, 'metrics.csv', text);
    assertChunkLaw(csv, 'metrics.csv', text.replaceAll('\r\n', '\r'));
  });

  it('of too many patterns are left out, which is said once', () => {
    const names = Array.from({ length: 15 }, (_, at) => `loss_${at}`);
    const bits = Array.from({ length: 12_000 }, (_, row) =>
      names.map((_name, at) => ((row >> at) & 1 ? '1' : '')),
    );
    const text = [['step', ...names], ...bits.map((cells, row) => [String(row), ...cells])]
      .map(cells => cells.join())
      .join('\n');
    const { records, problems } = read(csv, 'metrics.csv', text);
    assert.equal(records.length, 10_000);
    assert.deepEqual(problems, [
      { code: 'too-many-shapes', line: 10_003, details: { most: 10_000 } },
    ]);
  });

  it('of a table whose header alone is longer than the head are not read, which is said', () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `l${at}`);
    const row = names.map(() => '0').join();
    const text = `epoch,${names.join()}\n1,${row}\n2,${row}\n`;
    const { records, problems } = read(csv, 'losses.csv', text);
    assert.deepEqual([records, problems.map(({ code }) => code)], [[], ['too-many-columns']]);
    assert.equal(recognizes(csv, 'losses.csv', text), true);
  });

  it('make the same runs in large blocks, which a kernel reads, as in small ones', () => {
    const usual = fc.constantFrom(
      ...['{e},{s},0.5123456789012345,a,,1', '{e},{s},,b,0.25,2', '{e},{s},1e-05,,-0.125,3'],
      ...['{e},{s},2.25,,,', '{e},,0.5,"x",,', ',{s},0.5,,,', '{e},{s},nan,,0.5,7,8', '#,,,,,'],
      ...[
        '{e},{s}, 0.5 ,,, ',
        '{e},{s},123456789012345678901.5,,1,',
        '{e}.5,{s},1',
        ' {e},{s},,,1,',
      ],
    );
    const run = fc.tuple(usual, fc.constantFrom(1, 1, 2, 40, 900));
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 4, maxLength: 20 }),
        fc.constantFrom('\n', '\r\n'),
        (runs, end) => {
          let step = 0;
          const lines = runs.flatMap(([line, count]) =>
            Array.from({ length: count }, () => {
              step += 3;
              return line.replace('{s}', String(step)).replace('{e}', String((step / 500) | 0));
            }),
          );
          const table = [header, ...regular].map(cells => cells.join());
          const bytes = new TextEncoder().encode([...table, ...lines, ''].join(end));
          const cut = (size: number): unknown => {
            const reading = new LogReading('metrics.csv');
            reading.start(bytes.slice(0, 65_536), bytes.length <= 65_536);
            for (let at = 0; at < bytes.length; at += size)
              reading.bytes(bytes.slice(at, at + size));
            reading.end();
            return [reading.problems, reading.runs().map(plainRun)];
          };
          assert.deepEqual(cut(bytes.length), cut(5000));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The columns of a run. */
function plainRun({ rows, series }: Run): object {
  const { epoch, step, time, line } = rows;
  return {
    rows: [epoch, step, time, line].map(column => Array.from(column.view())),
    series: series.map(each => [
      each.name,
      each.split,
      Array.from(each.values.view()),
      Array.from(each.rows.view()),
    ]),
  };
}
