/** What a canvas showed before something was drawn over it that moves. */
export class Still {
  #canvas: OffscreenCanvas | null = null;
  #isTaken = false;

  /** Whether it is what a canvas of this size showed last. */
  has({ width, height }: HTMLCanvasElement): boolean {
    return this.#isTaken && this.#canvas?.width === width && this.#canvas.height === height;
  }

  drop(): void {
    this.#isTaken = false;
  }

  take(canvas: HTMLCanvasElement): void {
    const { width, height } = canvas;
    if (this.#canvas?.width !== width || this.#canvas.height !== height) {
      this.#canvas = new OffscreenCanvas(width, height);
    }
    const context = this.#canvas.getContext('2d');
    context?.clearRect(0, 0, width, height);
    context?.drawImage(canvas, 0, 0);
    this.#isTaken = context !== null;
  }

  /** Puts it in place of what is there. */
  paint(context: CanvasRenderingContext2D): void {
    if (this.#canvas === null) return;
    const { width, height } = this.#canvas;
    context.save();
    context.resetTransform();
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#canvas, 0, 0);
    context.restore();
  }
}
