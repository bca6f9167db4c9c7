import assert from 'node:assert/strict';
import { tableRows, tabSeparated } from '../../../src/webview/tableRows';
import { lineOf } from './madeLines';

const line = lineOf;

describe('the data table', () => {
  it('joins the series by x and keeps what only one of them has', () => {
    assert.deepEqual(tableRows([line(1, 10, 2, 20), line(2, 0.2, 3, NaN)], 10), [
      { x: 1, values: [10, undefined] },
      { x: 2, values: [20, 0.2] },
      { x: 3, values: [undefined, NaN] },
    ]);
  });

  it('gives points of the same x a row each', () => {
    assert.deepEqual(tableRows([line(1, 10, 1, 11)], 10), [
      { x: 1, values: [10] },
      { x: 1, values: [11] },
    ]);
  });

  it('stops at the number of rows asked for', () => {
    assert.equal(tableRows([line(1, 0, 2, 0, 3, 0)], 2).length, 2);
  });
});

describe('the table as text', () => {
  it('has a line for each row, numbers exact, nothing where there is no value, and no tab in a name', () => {
    const rows = tableRows([line(1, 0.1), line(2, NaN)], 10);
    const text = tabSeparated(['epoch', 'a\tb', 'c'], rows);
    assert.equal(text, 'epoch\ta b\tc\n1\t0.1\t\n2\t\tNaN\n');
  });
});
