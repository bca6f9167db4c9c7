/** A list of numbers under its name; `line` is that of its element at an index. */
export interface NamedList {
  readonly name: string;
  readonly numbers: readonly unknown[];
  /** What gives the lines of its elements. */
  readonly source: object;
}

const LOOKED_AT = 60;

/** Whether a value of JSON.parse is a list of numbers, as its first elements show; `null` stands for a missing one. */
export function isNumbers(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  const first = value.slice(0, LOOKED_AT) as unknown[];
  return (
    first.every(item => typeof item === 'number' || item === null) &&
    first.some(item => item !== null)
  );
}
