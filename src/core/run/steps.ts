/** Work in small parts: whoever takes the steps may let others have their turn in between. */
export type Steps<T> = Generator<void, T, void>;

/** All steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
