import { Slices } from '../core/run/pause';
import type { Steps } from '../core/run/steps';

/** Takes all steps, resting in between; null when it was `cancelled` before the last. */
export async function inSlices<T>(steps: Steps<T>, cancelled: () => boolean): Promise<T | null> {
  const slices = new Slices();
  while (!cancelled()) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await slices.rest();
  }
  return null;
}
