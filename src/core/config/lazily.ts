/** What is made when it is first asked for: parsers are large, and most windows need one or two of them. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
