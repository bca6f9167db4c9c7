import assert from 'node:assert/strict';
import { placeLabels, rowsOf } from '../../../src/webview/labelRows';

const flag = (at: number, width = 60) => ({ at, width, flag: true });
const over = (at: number, width = 60) => ({ at, width, flag: false });

describe('placeLabels', () => {
  it('puts a flag beside its line, on the other side at the right end', () => {
    assert.deepEqual(placeLabels([flag(100), flag(390)], 0, 400), [
      { left: 104, row: 0 },
      { left: 326, row: 0 },
    ]);
  });

  it('puts a label over its place, never outside', () => {
    assert.deepEqual(placeLabels([over(100)], 0, 400), [{ left: 70, row: 0 }]);
    assert.deepEqual(placeLabels([over(5)], 0, 400), [{ left: 0, row: 0 }]);
    assert.deepEqual(placeLabels([over(399)], 0, 400), [{ left: 340, row: 0 }]);
  });

  it('takes another row where two do not fit beside each other', () => {
    const placed = placeLabels([flag(100), flag(120)], 0, 400);
    assert.deepEqual(placed, [
      { left: 104, row: 1 },
      { left: 124, row: 0 },
    ]);
    assert.equal(rowsOf(placed), 2);
  });

  it('lets no line of a flag pass through the text of another', () => {
    const [under] = placeLabels([over(150, 90), flag(160)], 0, 400);
    assert.deepEqual(under, { left: 60, row: 0 });
  });

  it('starts a label that is too wide at the left', () => {
    assert.deepEqual(placeLabels([over(100, 900)], 4, 400), [{ left: 4, row: 0 }]);
  });

  it('needs no rows without labels', () => {
    assert.equal(rowsOf(placeLabels([], 0, 100)), 0);
  });
});
