import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigReading, ConfigSetting, SettingPlace } from '../setting';
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
        found.toSorted((one, other) => one.start - other.start),
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

/** Settings, each at its place in the cell that it stands in; one that goes from cell to cell is none. */
function inCells(
  settings: readonly ConfigSetting[],
  pieces: readonly Piece[],
): readonly ConfigSetting[] {
  return settings.flatMap(setting => {
    const piece = pieceAt(setting.start, pieces);
    if (piece === null || setting.end > piece.start + piece.text.length) return [];
    const { keyStart, keyEnd, source, governedBy, companions } = setting;
    return {
      ...setting,
      start: setting.start - piece.start,
      end: setting.end - piece.start,
      keyStart: keyStart === null ? null : keyStart - piece.start,
      keyEnd: keyEnd === null ? null : keyEnd - piece.start,
      cell: piece.index,
      source: source && placeInCell(source, pieces),
      governedBy: governedBy && placeInCell(governedBy, pieces),
      companions: companions.flatMap(each => placeInCell(each, pieces) ?? []),
    };
  });
}

function placeInCell<T extends SettingPlace>(place: T, pieces: readonly Piece[]): T | null {
  const piece = pieceAt(place.start, pieces);
  if (piece === null) return null;
  const [start, end] = [place.start - piece.start, place.end - piece.start];
  return { ...place, start, end, cell: piece.index };
}

/** The last piece that starts at an offset or before it. */
function pieceAt(offset: number, pieces: readonly Piece[]): Piece | null {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1] ?? null;
}
