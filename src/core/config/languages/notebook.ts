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
      const settings = [python.read(program), shell.read(commands)]
        .flatMap(reading => reading.settings)
        .sort((one, other) => one.start - other.start)
        .flatMap(setting => inCell(setting, pieces));
      return { settings, problems: [], cells: notebook.texts };
    },
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

function inCell(setting: ConfigSetting, pieces: readonly Piece[]): ConfigSetting[] {
  const piece = pieces.findLast(({ start }) => start <= setting.start);
  if (piece === undefined || setting.end > piece.start + piece.text.length) return [];
  const moved = (at: number | null): number | null => (at === null ? null : at - piece.start);
  return [
    {
      ...setting,
      start: setting.start - piece.start,
      end: setting.end - piece.start,
      keyStart: moved(setting.keyStart),
      keyEnd: moved(setting.keyEnd),
      cell: piece.index,
    },
  ];
}
