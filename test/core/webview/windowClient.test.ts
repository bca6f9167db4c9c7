import assert from 'node:assert/strict';
import type { WindowData, WindowRequest } from '../../../src/core/protocol';
import { WindowClient } from '../../../src/webview/windowClient';

const request = (width: number): WindowRequest => ({
  lines: [],
  x: 'epoch',
  logX: false,
  from: null,
  to: null,
  width,
  robust: false,
  smoothing: 0,
  smoother: 'ema',
});
const answer = (id: number): WindowData => ({
  request: id,
  packed: new Float64Array(),
  counts: [],
  smoothed: [],
  bands: [],
  usual: [],
  withinNoise: [],
  drawn: 0,
  total: 0,
  notFinite: 0,
});

function client() {
  const sent: (readonly [number, number])[] = [];
  return { sent, client: new WindowClient((id, { width }) => sent.push([id, width])) };
}

describe('asking for points', () => {
  it('has one question under way and sends only the last of those that waited', () => {
    const { sent, client: asking } = client();
    for (const width of [1, 2, 3]) asking.ask(request(width), 1);
    assert.deepEqual(sent, [[1, 1]]);
    assert.equal(asking.receive(answer(1))?.width, 1);
    assert.deepEqual(sent, [
      [1, 1],
      [2, 3],
    ]);
  });

  it('ignores answers to anything else', () => {
    const { client: asking } = client();
    assert.equal(asking.receive(answer(1)), null);
    asking.ask(request(1), 1);
    assert.equal(asking.receive(answer(7)), null);
    assert.equal(asking.receive(answer(1))?.width, 1);
    assert.equal(asking.receive(answer(1)), null);
  });

  it('is done once for each version of what is asked of, and again where no answer came', () => {
    const { sent, client: asking } = client();
    for (const version of [1, 1]) asking.ask(request(5), version);
    asking.receive(answer(1));
    asking.ask(request(5), 1);
    assert.equal(sent.length, 1);
    asking.ask(request(5), 2);
    assert.equal(sent.length, 2);
    asking.passOver(2);
    asking.ask(request(5), 2);
    assert.deepEqual(sent.at(-1), [3, 5]);
  });

  it('goes on with what waited when a question gets no answer', () => {
    const { sent, client: asking } = client();
    for (const width of [1, 2]) asking.ask(request(width), 1);
    asking.passOver(9);
    assert.equal(sent.length, 1);
    asking.passOver(1);
    assert.deepEqual(sent.at(-1), [2, 2]);
  });
});
