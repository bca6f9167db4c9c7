import assert from 'node:assert/strict';
import { mappingOf } from '../../../src/webview/picture';
import { nearestRow, tooltipRows } from '../../../src/webview/tooltipRows';
import { lineOf } from './madeLines';

const area = { left: 0, right: 100, top: 0, bottom: 100 };
const map = mappingOf(area, { from: 0, to: 10 }, { from: 0, to: 10 }, { x: false, y: false });
const drawn = (name: string, ...points: number[]) => ({
  ...{ key: name, group: name, name, shortName: name },
  style: { colour: 'blue', dash: 'solid', width: 2 } as const,
  request: { members: [], minus: null },
  line: lineOf(...points),
});
const lines = [drawn('a', 5, 8), drawn('b', 5, 1), drawn('c', 9, 4), drawn('d', 5, 6)];
const names = (...given: Parameters<typeof tooltipRows>) =>
  tooltipRows(...given).map(({ drawn: { name } }) => name);

describe('the values at the cursor', () => {
  it('are those of lines that have a point there, or so near that it looks like there', () => {
    assert.deepEqual(names(lines, 5, NaN, map, 'listed'), ['a', 'b', 'd']);
    assert.deepEqual(names([drawn('e', 5.5, 1)], 5, NaN, map, 'listed'), ['e']);
  });

  it('are listed from the pointer outwards, or by value', () => {
    assert.deepEqual(names(lines, 5, 35, map, 'nearest'), ['d', 'a', 'b']);
    assert.deepEqual(names(lines, 5, NaN, map, 'ascending'), ['b', 'd', 'a']);
    assert.deepEqual(names(lines, 5, NaN, map, 'descending'), ['a', 'd', 'b']);
  });

  it('have one that is nearest to the pointer, unless there is none', () => {
    assert.equal(nearestRow(tooltipRows(lines, 5, 92, map, 'listed')), 1);
    assert.equal(nearestRow(tooltipRows(lines, 5, NaN, map, 'listed')), -1);
  });
});
