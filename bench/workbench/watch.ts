import type { Page } from 'playwright-core';

/** What a page says of itself: milliseconds since 1970. */
export interface Signal {
  readonly what: 'page' | 'hello' | 'stage' | 'window' | 'drawn' | 'key';
  readonly at: number;
  /** Of a window: how much came. */
  readonly bytes: number;
  /** Of what was drawn: the caption; of a stage whether it is of the whole log or a part; of a key its name. */
  readonly text: string;
}

/**
 * Runs in every frame of the page: says what comes from the host, which key was pressed, and when the frame with the points
 * that came was painted. Written as text: it is run by the browser as it stands here.
 */
const WATCH = `(() => {
  const say = (what, bytes = 0, text = '') => globalThis.benchSignal?.({ what, at: Date.now(), bytes, text });
  const painted = work => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  });
  const caption = () => document.querySelector('.caption')?.textContent ?? '';
  const heard = ({ data }) => {
    if (data?.type === 'hello') say('hello');
    if (data?.type === 'stage') say('stage', 0, data.stage.progress === null ? 'whole' : 'part');
    if (data?.type !== 'window') return;
    say('window', data.data.packed.buffer.byteLength);
    painted(() => say('drawn', 0, caption()));
  };
  // A document that is written anew loses who listens.
  let root = null;
  setInterval(() => {
    if (document.documentElement === root) return;
    root = document.documentElement;
    addEventListener('message', heard);
    addEventListener('keydown', ({ key }) => say('key', 0, key), true);
  }, 4);
  say('page');
})()`;

/** Collects the signals of all frames of a page. */
export class Watch {
  readonly #signals: Signal[] = [];
  #waiting: {
    readonly wanted: (signal: Signal) => boolean;
    readonly found: (signal: Signal) => void;
  }[] = [];

  static async on(page: Page): Promise<Watch> {
    const watch = new Watch();
    await page.exposeFunction('benchSignal', (signal: Signal) => watch.#take(signal));
    await page.addInitScript(WATCH);
    return watch;
  }

  /** What was said since a moment. */
  since(at: number): readonly Signal[] {
    return this.#signals.filter(signal => signal.at >= at);
  }

  /** The next signal that is wanted. */
  next(wanted: (signal: Signal) => boolean, most = 120_000): Promise<Signal> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('what is waited for does not come')), most);
      const found = (signal: Signal) => {
        clearTimeout(timer);
        resolve(signal);
      };
      this.#waiting.push({ wanted, found });
    });
  }

  #take(signal: Signal): void {
    this.#signals.push(signal);
    const now = this.#waiting.filter(({ wanted }) => wanted(signal));
    this.#waiting = this.#waiting.filter(one => !now.includes(one));
    for (const { found } of now) found(signal);
  }
}
