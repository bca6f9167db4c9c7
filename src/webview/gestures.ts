/** A place on the canvas, in CSS pixels from its top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a user wants of the chart. */
export interface GestureTarget {
  /** The pointer is there, or has left. */
  point(at: Point | null): void;
  /** Dragging from `from` to `to`: `done` when released. */
  select(from: Point, to: Point, done: boolean): void;
  /** Nothing is being dragged out after all. */
  cancel(): void;
  /** Pressed and released in one place. */
  click(at: Point): void;
  /** The content moves by so many pixels to the right and down. */
  pan(right: number, down: number): void;
  /** `factor` < 1 shows less; around `at`, or the cursor when null. False when there is nothing more to show. */
  zoom(at: Point | null, factor: number): boolean;
  zoomY(at: Point | null, factor: number): void;
  /** To the neighbouring point. */
  step(direction: 1 | -1): void;
  /** To the place in the log of the point the cursor is at. */
  open(): void;
  reset(): void;
}

/** A drag shorter than this is a click. */
const CLICK = 4;
const WHEEL = 0.0018;
const KEY_ZOOM = 0.7;
const KEY_PAN = 60;

const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY });

/** Pointer, wheel and keyboard on the canvas, turned into what they mean. */
export function listenTo(canvas: HTMLCanvasElement, target: GestureTarget): void {
  listenToPointer(canvas, target);
  canvas.addEventListener('dblclick', () => target.reset());
  canvas.addEventListener(
    'wheel',
    event => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (sideways) {
        target.pan(-(event.deltaX || event.deltaY), 0);
        event.preventDefault();
      } else if (target.zoom(pointOf(event), Math.exp(event.deltaY * WHEEL))) {
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
  let start: (Point & { readonly panning: boolean }) | null = null;
  let last: Point = { x: 0, y: 0 };
  const moved = (at: Point): boolean =>
    start !== null && Math.max(Math.abs(at.x - start.x), Math.abs(at.y - start.y)) >= CLICK;
  canvas.addEventListener('pointerdown', event => {
    if (event.button > 1 || event.pointerType === 'touch') return;
    last = pointOf(event);
    start = { ...last, panning: event.shiftKey || event.button === 1 };
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener('pointermove', event => {
    const at = pointOf(event);
    if (start === null) target.point(at);
    else if (start.panning) target.pan(at.x - last.x, at.y - last.y);
    else if (moved(at)) target.select(start, at, false);
    last = at;
  });
  canvas.addEventListener('pointerup', event => {
    const at = pointOf(event);
    if (start && !start.panning && moved(at)) target.select(start, at, true);
    else {
      target.cancel();
      if (start && !start.panning && event.button === 0) target.click(at);
    }
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
  ArrowLeft: (target, shift) => (shift ? target.pan(KEY_PAN, 0) : target.step(-1)),
  ArrowRight: (target, shift) => (shift ? target.pan(-KEY_PAN, 0) : target.step(1)),
  ArrowUp: (target, shift) => (shift ? target.pan(0, KEY_PAN) : target.zoomY(null, KEY_ZOOM)),
  ArrowDown: (target, shift) =>
    shift ? target.pan(0, -KEY_PAN) : target.zoomY(null, 1 / KEY_ZOOM),
  '+': target => target.zoom(null, KEY_ZOOM),
  '=': target => target.zoom(null, KEY_ZOOM),
  '-': target => target.zoom(null, 1 / KEY_ZOOM),
  '0': target => target.reset(),
  Home: target => target.reset(),
  Enter: target => target.open(),
  Escape: target => {
    target.cancel();
    target.point(null);
  },
};
