import assert from 'node:assert/strict';
import { mappingOf } from '../../../src/webview/picture';

const area = { left: 100, right: 300, top: 0, bottom: 90 };

describe('the mapping of a chart', () => {
  it('puts values where they belong, and pixels back to their values', () => {
    const map = mappingOf(area, { from: 0, to: 10 }, { from: 0, to: 3 }, { x: false, y: false });
    assert.deepEqual([map.x(5), map.y(1), map.xAt(200), map.yAt(60)], [200, 60, 5, 1]);
  });

  it('goes by logarithms where asked, and has no place for zero and below', () => {
    const map = mappingOf(area, { from: 1, to: 100 }, { from: 1, to: 1000 }, { x: true, y: true });
    assert.deepEqual([map.x(10), map.y(10)], [200, 60]);
    assert.ok(Math.abs(map.xAt(200) - 10) < 1e-9 && Math.abs(map.yAt(60) - 10) < 1e-9);
    assert.ok(!Number.isFinite(map.y(0)) && !Number.isFinite(map.y(-1)));
  });
});
