const NAN = [110, 97, 110];
const INF = [105, 110, 102];
const INITY = [105, 110, 105, 116, 121];

function startsWith(bytes: Uint8Array, from: number, to: number, word: readonly number[]): boolean {
  return (
    from + word.length <= to && word.every((letter, at) => (bytes[from + at]! | 32) === letter)
  );
}

/**
 * Reads a NaN or an infinity that begins at `from`, as any program writes it (`nan`, `-Infinity`, `+INF`), and puts it into
 * `out[index]`. Returns where it ends; `from` where there is none.
 */
export function specialAt(
  bytes: Uint8Array,
  from: number,
  to: number,
  out: Float64Array,
  index: number,
): number {
  const sign = bytes[from];
  const at = sign === 45 || sign === 43 ? from + 1 : from;
  if (startsWith(bytes, at, to, NAN)) {
    out[index] = NaN;
    return at + NAN.length;
  }
  if (!startsWith(bytes, at, to, INF)) return from;
  out[index] = sign === 45 ? -Infinity : Infinity;
  const end = at + INF.length;
  return startsWith(bytes, end, to, INITY) ? end + INITY.length : end;
}
