import assert from 'node:assert/strict';
import type { FromPanel } from '../../../src/core/protocol';
import { PointPlaces } from '../../../src/webview/pointPlaces';

type Question = Extract<FromPanel, { type: 'places' }>;

describe('the places of points on the other axes', () => {
  const point = (run: number, at: number) => ({ series: { run, series: 0 }, at });
  const make = () => {
    const asked: Question[] = [];
    const points = new PointPlaces(question => asked.push(question));
    points.renew(1);
    return { asked, points };
  };

  it('are asked for once, one question at a time, and known from then on', () => {
    const { asked, points } = make();
    assert.deepEqual(points.of('epoch', [point(0, 3)]), [null]);
    assert.deepEqual(points.of('epoch', [point(0, 3), point(1, 3)]), [null, null]);
    assert.equal(asked.length, 1);
    assert.equal(points.receive(asked[0]!.id, [{ step: 30 }]), true);
    assert.deepEqual(points.of('epoch', [point(0, 3), point(1, 3)]), [{ step: 30 }, null]);
    assert.deepEqual(asked[1]!.points, [point(1, 3)]);
  });

  it('are forgotten when the runs have changed, with the answers that are still to come', () => {
    const { asked, points } = make();
    points.of('epoch', [point(0, 3)]);
    points.renew(2);
    assert.equal(points.receive(asked[0]!.id, [{ step: 30 }]), false);
    assert.deepEqual(points.of('epoch', [point(0, 3)]), [null]);
    assert.equal(asked.length, 2);
  });
});
