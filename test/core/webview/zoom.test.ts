import assert from 'node:assert/strict';
import type { AxisView } from '../../../src/core/protocol';
import { Zoom } from '../../../src/webview/zoom';
import { axisOf } from './madeLines';

const axis = (to: number, name: AxisView['axis'] = 'epoch') => axisOf(0, to, name);

describe('Zoom', () => {
  it('follows a growing axis while everything is in view', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10), false);
    zoom.follow('run', axis(20), false);
    assert.deepEqual([zoom.part, zoom.range], [null, { from: 0, to: 20 }]);
  });

  it('stays where the user put it while data arrives', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10), false);
    assert.equal(zoom.to({ from: 2, to: 4 }), true);
    zoom.follow('run', axis(20), false);
    assert.deepEqual(zoom.range, { from: 2, to: 4 });
  });

  it('shows everything of another run and on another axis', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10), false);
    zoom.to({ from: 2, to: 4 });
    zoom.follow('other', axis(10), false);
    assert.equal(zoom.part, null);
    zoom.to({ from: 2, to: 4 });
    zoom.follow('other', axis(900, 'step'), false);
    assert.equal(zoom.part, null);
  });

  it('says whether anything moved', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10), false);
    assert.deepEqual([zoom.to(null), zoom.to({ from: -1, to: 11 })], [false, false]);
    assert.equal(zoom.to({ from: 2, to: 4 }), true);
  });

  it('comes back after a reload where the axis is the same', () => {
    const zoom = new Zoom();
    zoom.restore({ axis: 'epoch', from: 2, to: 4 });
    zoom.follow('run', axis(10), false);
    assert.deepEqual(zoom.kept, { axis: 'epoch', from: 2, to: 4 });
    const other = new Zoom();
    other.restore({ axis: 'step', from: 2, to: 4 });
    other.follow('run', axis(10), false);
    assert.equal(other.kept, null);
  });

  it('begins a logarithmic axis at the smallest value above zero', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10), true);
    assert.deepEqual(zoom.range, { from: 1, to: 10 });
  });
});
