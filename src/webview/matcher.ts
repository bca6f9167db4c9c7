/** Whether a text holds every word, or what a regular expression between slashes says. What is no expression is taken as words. */
export function matcherOf(text: string): (given: string) => boolean {
  const expression = /^\/(.+)\/$/.exec(text.trim())?.[1];
  if (expression !== undefined) {
    try {
      const pattern = new RegExp(expression, 'i');
      return given => pattern.test(given);
    } catch {
      // Half an expression, as it is typed.
    }
  }
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  return given => words.every(word => given.toLowerCase().includes(word));
}
