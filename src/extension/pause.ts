/** Lets everything else that waits for this thread have its turn. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}
