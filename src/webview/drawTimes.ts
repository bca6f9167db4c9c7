/** Milliseconds: drawing that takes longer is not done twice when what is asked for comes within the other. */
const LONG = 8;
const PATIENCE = 50;

/** What is drawn, and how. */
export interface Drawing {
  draw(): void;
  /** Whether the right points are still to come. */
  isWaiting(): boolean;
  /** Once for each frame. */
  framed(): void;
}

/**
 * Says when to draw: at most once a frame with the points at hand. Where that takes long (many charts) it is left out
 * as long as the right points come soon, which it would only hold up.
 */
export class DrawTimes {
  readonly #drawing: Drawing;
  #frame = 0;
  /** Draws when no answer comes; undefined: none is waited for. */
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Milliseconds that drawing took the last time. */
  #took = 0;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** Draws with the next frame, however often it is called until then. */
  later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#drawing.isWaiting() || this.#took < LONG) this.now();
      else this.#patience ??= setTimeout(() => this.now(), PATIENCE);
      this.#drawing.framed();
    });
  }

  /** Draws at once; where a frame is due, which draws anyway, only when it `isUrgent`. */
  soon(isUrgent: boolean): void {
    if (this.#frame === 0 || isUrgent) this.now();
  }

  now(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    const from = performance.now();
    this.#drawing.draw();
    this.#took = performance.now() - from;
  }
}
