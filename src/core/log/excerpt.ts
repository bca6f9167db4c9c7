import type { LogSource } from './tail';

/** Lines before and after the one that is wanted. */
const BEFORE = 200;
const AFTER = 200;
const BLOCK = 4_194_304;
/** Bytes of an excerpt at most, on either side: a line may be as long as a file. */
const LONGEST = 2_000_000;
const NEWLINE = 10;

/** Lines of a log around one of them. */
export interface LogExcerpt {
  readonly text: string;
  /** 1-based number of its first line in the log. */
  readonly first: number;
}

/** Where a line (1-based) begins, and where the line up to `BEFORE` lines before it does. */
interface Place {
  readonly start: number;
  readonly first: number;
  readonly from: number;
}

/** The lines around a line (1-based) of a log of bytes in which a line feed ends a line; of one that is shorter, its last ones. */
export async function excerptAround(source: LogSource, line: number): Promise<LogExcerpt> {
  const size = (await source.stat())?.size ?? 0;
  const { start, first, from } = await find(source, size, line);
  const begin = Math.max(from, start - LONGEST);
  const bytes = await source.read(begin, Math.min(size, start + LONGEST));
  const end = endOf(bytes, start - begin, AFTER);
  return { text: new TextDecoder().decode(bytes.subarray(0, end)), first };
}

/** Walks over the file once, and keeps the beginnings of the last lines. */
async function find(source: LogSource, size: number, line: number): Promise<Place> {
  const starts = new Float64Array(BEFORE + 1);
  let current = 1;
  for (let at = 0; at < size && current < line; at += BLOCK) {
    const bytes = await source.read(at, Math.min(size, at + BLOCK));
    for (
      let i = bytes.indexOf(NEWLINE);
      i >= 0 && current < line;
      i = bytes.indexOf(NEWLINE, i + 1)
    ) {
      current++;
      starts[current % starts.length] = at + i + 1;
    }
  }
  const first = Math.max(1, current - BEFORE);
  return {
    start: starts[current % starts.length]!,
    first,
    from: first === 1 ? 0 : starts[first % starts.length]!,
  };
}

/** Where the line that is `lines` after the one at `from` ends. */
function endOf(bytes: Uint8Array, from: number, lines: number): number {
  let end = from;
  for (let left = lines; left >= 0; left--) {
    const next = bytes.indexOf(NEWLINE, end);
    if (next < 0) return bytes.length;
    end = next + 1;
  }
  return end;
}
