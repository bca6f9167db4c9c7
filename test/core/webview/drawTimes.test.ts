import assert from 'node:assert/strict';
import { DrawTimes } from '../../../src/webview/drawTimes';

describe('when charts are drawn', () => {
  let due: (() => void)[] = [];
  let timers: (() => void)[] = [];
  let now = 0;
  const real = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

  before(() => {
    Object.assign(globalThis, {
      requestAnimationFrame: (work: () => void) => due.push(work),
      setTimeout: (work: () => void) => timers.push(work),
      clearTimeout: (timer: number) => timer > 0 && timers.splice(timer - 1, 1),
    });
    Object.defineProperty(performance, 'now', { configurable: true, value: () => now });
  });
  after(() => {
    Object.assign(globalThis, { setTimeout: real.set, clearTimeout: real.clear });
    Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
    Reflect.deleteProperty(performance, 'now');
  });

  /** What is drawn takes so many milliseconds. */
  function drawn(takes: number) {
    [due, timers] = [[], []];
    const told = { draws: 0, frames: 0, isWaiting: true };
    const times = new DrawTimes({
      draw: () => {
        told.draws++;
        now += takes;
      },
      isWaiting: () => told.isWaiting,
      framed: () => told.frames++,
    });
    times.now();
    told.draws = 0;
    const frame = () => due.splice(0).forEach(work => work());
    return { told, times, frame };
  }

  it('one that is drawn quickly moves with each frame, however often it is asked to', () => {
    const { told, times, frame } = drawn(2);
    for (let i = 0; i < 3; i++) times.later();
    frame();
    assert.deepEqual(told, { draws: 1, frames: 1, isWaiting: true });
  });

  it('many are drawn once, when the right points come soon', () => {
    const { told, times, frame } = drawn(60);
    times.later();
    frame();
    assert.equal(told.draws, 0);
    times.soon(false);
    assert.deepEqual([told.draws, timers.length], [1, 0]);
  });

  it('many are drawn with the points at hand when the right ones do not come', () => {
    const { told, times, frame } = drawn(60);
    times.later();
    frame();
    timers.splice(0).forEach(work => work());
    assert.equal(told.draws, 1);
  });

  it('what comes before the frame is drawn by it, and at once for who is in need of it', () => {
    const { told, times, frame } = drawn(60);
    times.later();
    told.isWaiting = false;
    times.soon(false);
    assert.equal(told.draws, 0);
    frame();
    assert.equal(told.draws, 1);
    times.later();
    times.soon(true);
    assert.equal(told.draws, 2);
  });
});
