import type { TolerantValue } from '../json/tolerantJson';

/** Text that a cell printed, and the line of the notebook's file for each of its lines. */
export interface Printed {
  readonly text: string;
  /** 1-based lines of the file, one for each line of `text`. */
  readonly lines: readonly number[];
}

type Lines = TolerantValue['lines'];

/** Strings of a list or one string, with the line each stands in; what is no string is left out. */
export function piecesOf(value: unknown, lines: Lines, owner: object): [string, number][] {
  const [outside] = lines.get(owner) ?? [1];
  if (typeof value === 'string') return [[value, outside]];
  if (!Array.isArray(value)) return [];
  const list = value as unknown[];
  const [from, to] = lines.get(list) ?? [outside, outside];
  // Written one string a line, as Jupyter does; half a file may end behind the last of them.
  const own = to - from === list.length + 1 || to - from === list.length;
  return list.flatMap((piece, at): [string, number][] =>
    typeof piece === 'string' ? [[piece, own ? from + 1 + at : from]] : [],
  );
}

/**
 * Puts together what several streams of a cell wrote: the pieces of a stream may end anywhere, so each waits for
 * the end of its line while another one writes.
 */
export class Printer {
  readonly #parts: string[] = [];
  readonly #lines: number[] = [];
  readonly #open = new Map<string, { text: string; line: number }>();

  write(stream: string, piece: string, line: number): void {
    const open = this.#open.get(stream) ?? { text: '', line };
    const end = piece.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.#open.set(stream, {
        text: open.text + piece,
        line: open.text === '' ? line : open.line,
      });
      return;
    }
    this.#print(open.text + piece.slice(0, end), open.text === '' ? line : open.line);
    this.#open.set(stream, { text: piece.slice(end), line });
  }

  /** Everything, unfinished lines last. */
  end(): Printed {
    for (const { text, line } of this.#open.values()) {
      if (text !== '') this.#print(`${text}\n`, line);
    }
    this.#open.clear();
    return { text: this.#parts.join(''), lines: this.#lines };
  }

  #print(text: string, line: number): void {
    this.#parts.push(text);
    // Counted as LineReader counts: a CR without LF behind it begins a line, too.
    const count = text.match(/\n|\r(?!\n)/g)?.length ?? 0;
    for (let at = 0; at < count; at++) this.#lines.push(line);
  }
}
