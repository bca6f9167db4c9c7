import type { GestureTarget, Point } from './gestureTarget';
import { listenToTouch } from './touch';

/** A drag shorter than this is a click. */
const CLICK = 4;
const WHEEL = 0.0018;
const KEY_ZOOM = 0.7;
const KEY_PAN = 60;

const pointOf = ({ offsetX, offsetY }: MouseEvent): Point => ({ x: offsetX, y: offsetY });

/** Pointer, wheel and keyboard on the canvas, turned into what they mean. */
export function listenTo(canvas: HTMLCanvasElement, target: GestureTarget): void {
  listenToPointer(canvas, target);
  listenToTouch(canvas, target);
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
    if (event.button > 1 || isTouch(event)) return;
    last = pointOf(event);
    start = { ...last, panning: event.shiftKey || event.button === 1 };
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
  });
  canvas.addEventListener('pointermove', event => {
    if (isTouch(event)) return;
    const at = pointOf(event);
    if (start === null) target.point(at);
    else if (start.panning) target.pan(at.x - last.x, at.y - last.y);
    else if (moved(at)) target.select(start, at, false);
    last = at;
  });
  canvas.addEventListener('pointerup', event => {
    if (isTouch(event)) return;
    const at = pointOf(event);
    if (start && !start.panning && moved(at)) target.select(start, at, true);
    else {
      target.cancel();
      if (start && !start.panning && event.button === 0) press(target, at, event);
    }
    start = null;
  });
  canvas.addEventListener('pointercancel', () => {
    start = null;
    target.cancel();
  });
  canvas.addEventListener('pointerleave', event => {
    if (start === null && !isTouch(event)) target.point(null);
  });
}

const isTouch = ({ pointerType }: PointerEvent) => pointerType === 'touch';

/** With Control, Command or Alt the values stay in view. */
function press(target: GestureTarget, at: Point, event: PointerEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) target.keep(at);
  else target.click(at);
}

type KeyMeaning = (target: GestureTarget, shift: boolean) => unknown;

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
  ' ': target => target.keep(null),
  Escape: target => {
    target.cancel();
    target.point(null);
  },
};
