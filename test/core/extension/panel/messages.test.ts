import assert from 'node:assert/strict';
import { logOfState, readMessage } from '../../../../src/extension/panel/messages';

describe('messages from a page', () => {
  it('are nothing when they are no message', () => {
    for (const message of [null, 1, 'ready', {}, { type: 'evil' }, { type: 'window' }]) {
      assert.equal(readMessage(message), null);
    }
  });

  it('ask for a window in bounds, whatever they say', () => {
    const request = {
      lines: [{ members: [{ run: -1, series: 'x' }], minus: 3 }, 'evil'],
      x: 'step',
      from: 'a',
      to: 5,
      width: 1e9,
      smoothing: 7,
      smoother: 'magic',
    };
    assert.deepEqual(readMessage({ type: 'window', id: 4, request }), {
      type: 'window',
      id: 4,
      request: {
        lines: [
          { members: [{ run: 0, series: 0 }], minus: null },
          { members: [], minus: null },
        ],
        x: 'step',
        logX: false,
        from: null,
        to: 5,
        width: 16_384,
        robust: false,
        smoothing: 0.999,
        smoother: 'ema',
      },
    });
  });

  it('export in a kind that there is, with a picture that is bytes', () => {
    const wanted = { type: 'export', kind: 'png', run: 1, lines: [], x: 'epoch', metric: 'loss' };
    assert.deepEqual(readMessage({ ...wanted, picture: 'evil' }), {
      ...wanted,
      picture: new Uint8Array(),
    });
    assert.equal(readMessage({ ...wanted, kind: 'exe' }), null);
  });

  it('name an axis that exists', () => {
    assert.equal(readMessage({ type: 'window', id: 1, request: { x: 'up', lines: [] } }), null);
  });

  it('are ready with the state that was kept, or none', () => {
    assert.deepEqual(readMessage({ type: 'ready', state: 7 }), { type: 'ready', state: null });
    const state = { log: 'file:///a' };
    assert.deepEqual(readMessage({ type: 'ready', state }), { type: 'ready', state });
  });
});

describe('a kept state', () => {
  it('tells the log it is of, when it does', () => {
    assert.equal(logOfState({ log: 'file:///a' }), 'file:///a');
    for (const state of [null, undefined, 'x', {}, { log: 1 }, { log: '' }]) {
      assert.equal(logOfState(state), null);
    }
  });
});
