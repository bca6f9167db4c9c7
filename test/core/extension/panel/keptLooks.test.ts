import assert from 'node:assert/strict';
import { KeptLooks } from '../../../../src/extension/panel/keptLooks';
import { looksOf } from '../../../../src/webview/viewState';

/** What the workspace keeps, as JSON like VS Code does. */
function memento(kept?: unknown) {
  let text = JSON.stringify(kept ?? null);
  return {
    get: (): unknown => JSON.parse(text),
    update: (_key: string, value: unknown) => {
      text = JSON.stringify(value);
      return Promise.resolve();
    },
  };
}

describe('the looks of curves', () => {
  const looks = { colours: { a: '#123456', b: 'red' }, groupBy: 'lr', chartWidth: 480 };

  it('come back for their log, and the width of charts for every log', async () => {
    const kept = new KeptLooks(memento());
    await kept.keep('file:///a', looks);
    assert.deepEqual(looksOf(kept.of('file:///a')), looks);
    assert.deepEqual(looksOf(kept.of('file:///b')), { colours: {}, groupBy: '', chartWidth: 480 });
  });

  it('are as usual where nothing sensible was kept', () => {
    const usual = { colours: {}, groupBy: '', chartWidth: 360 };
    for (const kept of [
      undefined,
      7,
      { logs: 3 },
      {
        logs: [
          [1, 2],
          ['file:///a', null],
        ],
      },
    ]) {
      assert.deepEqual(looksOf(new KeptLooks(memento(kept)).of('file:///a')), usual);
    }
    assert.deepEqual(looksOf({ colours: { a: 'javascript:', b: 3 }, chartWidth: 1e9 }), usual);
  });

  it('are those of two hundred logs at most, the latest', async () => {
    const kept = new KeptLooks(memento());
    for (let i = 0; i <= 200; i++) await kept.keep(`file:///${i}`, looks);
    assert.equal(looksOf(kept.of('file:///0')).groupBy, '');
    assert.equal(looksOf(kept.of('file:///1')).groupBy, 'lr');
  });
});
