import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigReading, ConfigSetting } from '../setting';
import { codeCells, type CodeCell } from './notebook/cells';
import { splitMagics } from './notebook/magics';

/** Beyond this a notebook is mostly pictures, and still too slow to read while somebody types. */
const LARGEST = 50_000_000;

/** Where the text of a cell stands in the text of all of them. */
interface Piece extends CodeCell {
  readonly start: number;
}

/**
 * Jupyter notebooks: their Python cells read as one program, because names go from cell to cell, and the commands in
 * them (`!python train.py --epochs 3`, `%%bash`) as `shell` reads them. Offsets of settings are those of their cell.
 */
export function notebookOf(python: ConfigLanguage, shell: ConfigLanguage): ConfigLanguage {
  return {
    id: 'notebook',
    editorLanguages: [],
    endings: ['.ipynb'],
    read(text): ConfigReading {
      if (!mayHoldSettings(text)) return { settings: [], problems: [] };
      if (text.length > LARGEST)
        return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
      const notebook = codeCells(text);
      if (notebook === null) return { settings: [], problems: [{ offset: 0, code: 'syntax' }] };
      const { pieces, whole } = joined(notebook.code);
      const { program, commands } = splitMagics(whole);
      const found = [python.read(program), shell.read(commands)].flatMap(each => each.settings);
      const settings = inCells(
        found.sort((one, other) => one.start - other.start),
        pieces,
      );
      return { settings, problems: [], cells: notebook.texts };
    },
    paths: text => python.paths?.(text) ?? [],
  };
}

function joined(cells: readonly CodeCell[]): { pieces: readonly Piece[]; whole: string } {
  const pieces: Piece[] = [];
  let length = 0;
  for (const cell of cells) {
    pieces.push({ ...cell, start: length });
    length += cell.text.length + 1;
  }
  return { pieces, whole: cells.map(({ text }) => `${text}\n`).join('') };
}

/** Settings in their order, each at its place in the cell that it stands in. */
function inCells(
  settings: readonly ConfigSetting[],
  pieces: readonly Piece[],
): readonly ConfigSetting[] {
  const moved: ConfigSetting[] = [];
  let at = 0;
  for (const setting of settings) {
    while (at + 1 < pieces.length && pieces[at + 1]!.start <= setting.start) at++;
    const piece = pieces[at];
    if (piece && setting.end <= piece.start + piece.text.length) moved.push(inCell(setting, piece));
  }
  return moved;
}

function inCell(setting: ConfigSetting, { start, index }: Piece): ConfigSetting {
  const { keyStart, keyEnd } = setting;
  return {
    ...setting,
    start: setting.start - start,
    end: setting.end - start,
    keyStart: keyStart === null ? null : keyStart - start,
    keyEnd: keyEnd === null ? null : keyEnd - start,
    cell: index,
  };
}
