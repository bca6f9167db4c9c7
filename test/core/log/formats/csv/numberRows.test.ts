import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../../../src/core/log/formats/csv';
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
const rows = fc.array(fc.array(cell, { minLength: 0, maxLength: 7 }), { maxLength: 12 });
const header = ['epoch', 'step', 'train_loss', 'note', 'val_loss', 'index'];
const first = [
  ['0', '1', '0.5', 'a', '', '1'],
  ['0', '2', '0.4', 'b', '0.7', '2'],
];
/** So many rows of one width that ragged ones after them leave no doubt how the table is cut. */
const regular = Array.from({ length: 15 }, () => first).flat();

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
});
