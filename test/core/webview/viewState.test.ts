import assert from 'node:assert/strict';
import { freshViewState, restoreViewState } from '../../../src/webview/viewState';

describe('the kept view state', () => {
  it('comes back as it was', () => {
    const state = {
      ...freshViewState('file:///a.csv'),
      run: 2,
      metric: 'accuracy',
      x: 'time' as const,
      logY: true,
      smoothing: 0.6,
      smoother: 'gaussian' as const,
      compare: 'difference' as const,
      compared: ['a', 'b'],
      baseline: 'a',
      zoom: { axis: 'time' as const, from: 1, to: 2 },
      limits: { loss: [0, 1] as const },
      patience: 8,
      hidden: ['loss'],
      table: true,
    };
    assert.deepEqual(restoreViewState(JSON.parse(JSON.stringify(state))), state);
  });

  it('is none without a log', () => {
    for (const kept of [undefined, null, 7, 'x', {}, { log: 3 }, { log: '' }]) {
      assert.equal(restoreViewState(kept), null);
    }
  });

  it('gets a fresh value for every field that is not what it should be', () => {
    const kept = {
      log: 'a',
      run: -1,
      metric: 4,
      x: 'parsec',
      logY: 'yes',
      smoothing: NaN,
      hidden: ['loss', 3],
      smoother: 'magic',
      compare: 7,
      zoom: { axis: 'epoch', from: 3, to: 1 },
      limits: { loss: [1, 0], acc: ['a', 2], f1: 3 },
      patience: -4,
      table: 1,
    };
    assert.deepEqual(restoreViewState(kept), { ...freshViewState('a'), hidden: ['loss'] });
  });

  it('smooths at most by 0.999', () => {
    assert.equal(restoreViewState({ log: 'a', smoothing: 5 })?.smoothing, 0.999);
  });
});
