import assert from 'node:assert/strict';
import type { AxisView } from '../../../src/core/protocol';
import { Zoom } from '../../../src/webview/zoom';

const axis = (to: number, name: AxisView['axis'] = 'epoch'): AxisView => ({
  axis: name,
  label: name,
  from: 0,
  to,
  marks: [],
});

describe('Zoom', () => {
  it('follows a growing axis while everything is in view', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10));
    zoom.follow('run', axis(20));
    assert.deepEqual([zoom.part, zoom.range], [null, { from: 0, to: 20 }]);
  });

  it('stays where the user put it while data arrives', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10));
    assert.equal(zoom.to({ from: 2, to: 4 }), true);
    zoom.follow('run', axis(20));
    assert.deepEqual(zoom.range, { from: 2, to: 4 });
  });

  it('shows everything of another run and on another axis', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10));
    zoom.to({ from: 2, to: 4 });
    zoom.follow('other', axis(10));
    assert.equal(zoom.part, null);
    zoom.to({ from: 2, to: 4 });
    zoom.follow('other', axis(900, 'step'));
    assert.equal(zoom.part, null);
  });

  it('says whether anything moved', () => {
    const zoom = new Zoom();
    zoom.follow('run', axis(10));
    assert.deepEqual([zoom.to(null), zoom.by(3), zoom.around(5, 2)], [false, false, false]);
    assert.equal(zoom.around(5, 0.5), true);
  });
});
