import type { GestureTarget, Point } from './gestureTarget';

/** A finger that stays within this, in CSS pixels, taps. */
const TAP = 8;

/**
 * Fingers on the canvas: one moves the cursor, or what is in view when there is more of it beside; two zoom around what
 * is between them; a tap keeps the values there. Up and down with one finger stays with the page.
 */
export function listenToTouch(canvas: HTMLCanvasElement, target: GestureTarget): void {
  const fingers = new Map<number, Point>();
  let start: Point | null = null;
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const isTouch = ({ pointerType }: PointerEvent) => pointerType === 'touch';
  canvas.addEventListener('pointerdown', event => {
    if (!isTouch(event)) return;
    const at = pointOf(event);
    start = fingers.size === 0 ? at : null;
    fingers.set(event.pointerId, at);
  });
  canvas.addEventListener('pointermove', event => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const at = pointOf(event);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    fingers.set(event.pointerId, at);
    if (other) pinch(target, other, before, at);
    else slide(target, before, at);
    if (start && far(start, at) > TAP) start = null;
  });
  const lift = (event: PointerEvent, taps: boolean) => {
    const at = fingers.get(event.pointerId);
    if (!fingers.delete(event.pointerId)) return;
    if (taps && start && at) target.keep(at);
    start = null;
  };
  canvas.addEventListener('pointerup', event => lift(event, true));
  canvas.addEventListener('pointercancel', event => lift(event, false));
  for (const type of ['touchstart', 'touchmove'] as const) {
    // Two fingers never move the page.
    canvas.addEventListener(type, event => event.touches.length > 1 && event.preventDefault(), {
      passive: false,
    });
  }
}

function slide(target: GestureTarget, before: Point, at: Point): void {
  if (!target.pan(at.x - before.x, 0)) target.point(at);
}

/** One of two fingers moved: what was under both stays there as well as it can. */
function pinch(target: GestureTarget, other: Point, before: Point, at: Point): void {
  const [was, is] = [far(other, before), far(other, at)];
  const middle = { x: (other.x + at.x) / 2, y: (other.y + at.y) / 2 };
  target.pan((at.x - before.x) / 2, 0);
  if (was > 0 && is > 0) target.zoom(middle, was / is);
}

function far(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
