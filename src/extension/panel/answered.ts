/** What is answered; null for a log that was closed, or is read anew: it has other news instead. */
export function answered<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
