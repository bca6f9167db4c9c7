import type { ConfigSetting } from '../core/config/setting';

/** Turns offsets of a text into lines and columns, both 1-based, columns in UTF-16 units. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n|\r|\n/g)) {
      this.#starts.push(match.index + match[0].length);
    }
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** Where settings of one file stand: in its text, or in that of their cell. */
export class SettingPlaces {
  readonly #text: string;
  readonly #cells: readonly string[];
  readonly #lines = new Map<number | null, LineIndex>();

  /** `cells`: the texts of a notebook's cells. */
  constructor(text: string, cells: readonly string[] = []) {
    this.#text = text;
    this.#cells = cells;
  }

  at({ cell, start }: Pick<ConfigSetting, 'cell' | 'start'>): { line: number; column: number } {
    let lines = this.#lines.get(cell);
    if (lines === undefined) {
      lines = new LineIndex(cell === null ? this.#text : (this.#cells[cell] ?? ''));
      this.#lines.set(cell, lines);
    }
    return lines.at(start);
  }
}
