/** What a user wants of the chart; x in CSS pixels from the left of the canvas. */
export interface GestureTarget {
  /** The pointer is over `x`, or has left. */
  point(x: number | null): void;
  /** Dragging from `from` to `to`: `done` when released. */
  select(from: number, to: number, done: boolean): void;
  /** Nothing is being dragged out after all. */
  cancel(): void;
  /** The content moves by this many pixels to the right. */
  pan(pixels: number): void;
  /** `factor` < 1 shows less; around `x`, or the cursor when null. False when there is nothing more to show. */
  zoom(x: number | null, factor: number): boolean;
  /** To the neighbouring point. */
  step(direction: 1 | -1): void;
  reset(): void;
}

/** A drag shorter than this is a click. */
const CLICK = 4;
const WHEEL = 0.0018;
const KEY_ZOOM = 0.7;
const KEY_PAN = 60;

/** Pointer, wheel and keyboard on the canvas, turned into what they mean. */
export function listenTo(canvas: HTMLCanvasElement, target: GestureTarget): void {
  listenToPointer(canvas, target);
  canvas.addEventListener('dblclick', () => target.reset());
  canvas.addEventListener(
    'wheel',
    event => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (sideways) {
        target.pan(-(event.deltaX || event.deltaY));
        event.preventDefault();
      } else if (target.zoom(event.offsetX, Math.exp(event.deltaY * WHEEL))) {
        event.preventDefault();
      }
    },
    { passive: false },
  );
  canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const meaning = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
    if (!meaning) return;
    meaning(target, event.shiftKey);
    event.preventDefault();
  });
  canvas.addEventListener('blur', () => target.point(null));
}

function listenToPointer(canvas: HTMLCanvasElement, target: GestureTarget): void {
  let start: { readonly x: number; readonly panning: boolean } | null = null;
  let last = 0;
  canvas.addEventListener('pointerdown', event => {
    if (event.button > 1 || event.pointerType === 'touch') return;
    start = { x: event.offsetX, panning: event.shiftKey || event.button === 1 };
    last = event.offsetX;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener('pointermove', event => {
    if (start === null) target.point(event.offsetX);
    else if (start.panning) target.pan(event.offsetX - last);
    else if (Math.abs(event.offsetX - start.x) >= CLICK) {
      target.select(start.x, event.offsetX, false);
    }
    last = event.offsetX;
  });
  canvas.addEventListener('pointerup', event => {
    if (start && !start.panning && Math.abs(event.offsetX - start.x) >= CLICK) {
      target.select(start.x, event.offsetX, true);
    } else target.cancel();
    start = null;
  });
  canvas.addEventListener('pointercancel', () => {
    start = null;
    target.cancel();
  });
  canvas.addEventListener('pointerleave', () => {
    if (start === null) target.point(null);
  });
}

type KeyMeaning = (target: GestureTarget, shift: boolean) => void;

const KEYS: Readonly<Record<string, KeyMeaning>> = {
  ArrowLeft: (target, shift) => (shift ? target.pan(KEY_PAN) : target.step(-1)),
  ArrowRight: (target, shift) => (shift ? target.pan(-KEY_PAN) : target.step(1)),
  '+': target => target.zoom(null, KEY_ZOOM),
  '=': target => target.zoom(null, KEY_ZOOM),
  '-': target => target.zoom(null, 1 / KEY_ZOOM),
  '0': target => target.reset(),
  Home: target => target.reset(),
  Escape: target => {
    target.cancel();
    target.point(null);
  },
};
