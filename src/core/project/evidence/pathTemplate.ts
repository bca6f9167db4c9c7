import { HOLE } from '../../config/writtenPath';
import { nameOf } from '../paths';
import { isGenericName } from './genericName';

const ENDING = /\.\w{2,5}$/;
/** Letters of a name that nobody writes by chance. */
const TELLING = 5;

/** A path with holes, below some folder: what of it is fixed, and which logs it may have become. */
export class PathTemplate {
  /** Whether it names a file, not a folder. */
  readonly endsInFile: boolean;
  readonly #parts: readonly string[];
  readonly #text: string;
  readonly #ending: string;

  private constructor(text: string) {
    this.#text = text;
    this.#parts = text.split(HOLE);
    this.#ending = ENDING.exec(this.#parts.at(-1)!)?.[0] ?? '';
    this.endsInFile = this.#ending !== '';
  }

  /** `null` for what may be anything. */
  static of(text: string): PathTemplate | null {
    return /[A-Za-z]/.test(text.replaceAll(HOLE, '')) || text === HOLE
      ? new PathTemplate(text)
      : null;
  }

  /** Whether it says something even where the folder it begins in is not known. */
  get isTelling(): boolean {
    const name = nameOf(this.#text);
    const letters = name
      .replace(ENDING, '')
      .replaceAll(HOLE, '')
      .replace(/[^A-Za-z]/g, '');
    return letters.length >= TELLING && !isGenericName(name.replaceAll(HOLE, ''));
  }

  /** `null`: the log cannot come from it; else how much of its path is fixed, in characters. */
  match(log: string): number | null {
    if (!this.endsInFile) return this.#startOf(log);
    if (this.#inOrder(log)) return this.#text.length + 5;
    // A file that was renamed, or a name that got one more part since, keeps its beginning and its ending.
    const [first = ''] = this.#parts;
    const renamed =
      first.length >= 3 && !log.includes('/') && !this.#text.includes('/') && log.startsWith(first);
    return renamed && log.endsWith(this.#ending) ? first.length : null;
  }

  #startOf(log: string): number | null {
    const [first = ''] = this.#parts;
    return log.startsWith(first) && (first.length > 0 || log.includes('/')) ? first.length : null;
  }

  /** All fixed parts in their order; a hole is a part of a name, or the whole beginning of a path. */
  #inOrder(log: string): boolean {
    const [first = '', ...rest] = this.#parts;
    const last = rest.pop() ?? '';
    if (!log.startsWith(first) || !log.endsWith(last)) return false;
    let at = first.length;
    const end = log.length - last.length;
    for (const part of rest) {
      const found = log.indexOf(part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return at <= end;
  }
}
