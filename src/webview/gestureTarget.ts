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
  /** The values there stay in view, until it is asked for in the same place again; null: where the cursor stands. */
  keep(at: Point | null): void;
  /** The content moves by so many pixels to the right and down. False when all of it is in view. */
  pan(right: number, down: number): boolean;
  /** `factor` < 1 shows less; around `at`, or the cursor when null. False when there is nothing more to show. */
  zoom(at: Point | null, factor: number): boolean;
  zoomY(at: Point | null, factor: number): void;
  /** To the neighbouring point. */
  step(direction: 1 | -1): void;
  /** To the place in the log of the point the cursor is at. */
  open(): void;
  reset(): void;
}
