import { meaningOf } from '../../name';
import { counterOf } from './counterWords';
import { counterWords } from './counters';
import { labelSplit } from './labels';
import type { Plan } from './plan';

/** Cells of a line beyond which it is no header. */
const MOST_CELLS = 200;
const LONGEST_CELL = 48;

type Header = NonNullable<Plan['header']>;

/** The cells of a line: parted by tabs, pipes or two blanks (`wide`), or by any blank (`narrow`). Linear. */
function cellsOf(message: string): { wide: readonly string[]; narrow: readonly string[] } {
  // `what   :   AP   AP50`
  const row = message.replace(/(?<=\s):(?=\s)/g, ' ');
  const pieces = row.replace(/^[\s#|]+|(?<![\s|])[\s|]+$/g, '').split(/([\s|]+)/);
  const wide = [''];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (at % 2 === 0) wide.push(`${wide.pop()!}${piece}`);
    else if (piece === ' ') wide.push(`${wide.pop()!} `);
    else wide.push('');
  }
  return {
    // `train error, validation error`
    wide: wide.length > 1 ? wide : row.trim().split(/\s{0,3},\s{0,3}/, MOST_CELLS + 1),
    // `epoch, loss, acc`
    narrow: pieces.filter((_, at) => at % 2 === 0).map(piece => piece.replace(/,$/, '')),
  };
}

/** What Flower prints at the end: `History (loss, distributed):`, then `round 1: 2.3`; evaluated by clients or server. */
const HISTORY = /^\s*History \(loss, (?:distributed|centralized)\):\s*$/;
const HISTORY_NAMES = ['round', 'loss (evaluate)'];
const HISTORY_ROW = { wide: HISTORY_NAMES, narrow: HISTORY_NAMES };

/** How far a solver is from feasible: it iterates, but trains nothing. */
const SOLVER = /^inf_(?:pr|du)$/i;

/** First columns of tables with a row for each training, or for each thing that was compared. */
const ROW_PER_RUN =
  /^(?:id|run(?:[ _]?id)?|trial|model|method|experiment|exp|config|dataset|backbone)$/i;

/** The cells of a line that may be a table's header: short, no numbers, at least one known measure or split. */
export function headerOf(message: string): Plan['header'] {
  if (message.length > 4000) return null;
  if (HISTORY.test(message)) return HISTORY_ROW;
  const said = saidIn(message);
  if (said !== null) return said;
  const { wide, narrow } = cellsOf(message);
  if (narrow.length < 2 || narrow.length > MOST_CELLS) return null;
  if (narrow.some(cell => cell.length > LONGEST_CELL || /[={}(<>]$|^["'{(<]/.test(cell)))
    return null;
  return isHeader(wide.length > 1 ? wide : narrow) ? { wide, narrow } : null;
}

/** Names that a line lists or asks with. */
function saidIn(message: string): Plan['header'] {
  const torch = torchNames(message);
  const list = torch.length > 0 ? torch : (labelled(message) ?? tupled(message));
  if (list !== null) return { wide: list, narrow: list };
  const one = asked(message);
  return one === null ? null : { wide: one, narrow: one, isNext: true };
}

/** `% mean class accuracy (train set)`, as the logger of Torch 7 heads its columns, of which there may be one. */
function torchNames(message: string): readonly string[] {
  const names = /^%\s(.{1,400})$/.exec(message)?.[1]?.split('\t') ?? [];
  const named = names.map(name => name.trim()).filter(name => name !== '');
  return named.every(name => meaningOf(name).kind === 'measure') ? named : [];
}

/** `DEV: loss, acc, f1` above `0.5 0.9 0.8`. */
const LABELLED =
  /^\s*([A-Za-z][\w-]{0,20}):\s([A-Za-z][\w@./-]{0,20}(?:,\s?[A-Za-z][\w@./-]{0,20}){1,20})\s*$/;

function labelled(message: string): readonly string[] | null {
  const [, label = '', list = ''] = LABELLED.exec(message) ?? [];
  if (label === '' || labelSplit(label) === null) return null;
  const names = list.split(',').map(name => `${label} ${name.trim()}`);
  return isHeader(names) ? names : null;
}

/** `epoch (val_ndcg, val_hr) (test_ndcg, test_hr)` above `20 (0.4, 0.7) (0.5, 0.8)`. */
const TUPLED =
  /^\s*\w{1,20}(?:\s\([A-Za-z][\w@./-]{0,30}(?:,\s?[A-Za-z][\w@./-]{0,30}){1,9}\)){1,9}\s*$/;

function tupled(message: string): readonly string[] | null {
  if (!TUPLED.test(message)) return null;
  const names = message.split(/[\s(),]+/).filter(name => name !== '');
  return isHeader(names) ? names : null;
}

/** `current training loss is :` above `0.5`: the one name of the number on the next line. */
const ASKED = /^\s*([A-Za-z][\w ]{0,40}?)(?:\sis)?\s?[:=]?\s*$/;

function asked(message: string): readonly string[] | null {
  const name = /(?:[:=]|\sis)\s*$/.test(message.slice(-20)) ? ASKED.exec(message)?.[1] : undefined;
  return name !== undefined && meaningOf(name).kind === 'measure' ? [name] : null;
}

function isHeader(names: readonly string[]): boolean {
  if (ROW_PER_RUN.test(names[0]!) || names.some(name => SOLVER.test(name))) return false;
  const counts = names.length > 2 && counterOf(counterWords(names[0]!)) !== null;
  return counts || isSplits(names) || names.some(name => meaningOf(name).kind === 'measure');
}

/** Whether the names of a header are those of splits. */
export function isSplits(names: readonly string[]): boolean {
  return names.length > 1 && names.every(name => /^\w+$/.test(name) && labelSplit(name) !== null);
}

/** The second line of a header between pipes: no numbers, fewer names than cells. Linear. */
export function belowOf(message: string): Plan['below'] {
  if (message.length > 4000 || !/^\s*\|/.test(message)) return null;
  const cells = message
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|', MOST_CELLS)
    .map(cell => cell.trim());
  const named = cells.filter(cell => /[A-Za-z]/.test(cell)).length;
  return named > 0 && named < cells.length ? cells : null;
}

/** The header that holds after a line: its own, or the one before, completed by what the line says below it. */
export class Headers {
  readonly #joined = new WeakMap<object, WeakMap<object, Header>>();

  after(before: Header | null, { header, below }: Plan): Header | null {
    if (below === null || before?.wide.length !== below.length) return header ?? before;
    const known = this.#joined.get(below) ?? new WeakMap<object, Header>();
    this.#joined.set(below, known);
    let joined = known.get(before);
    if (joined === undefined) {
      const wide = before.wide.map((name, at) => `${name} ${below[at]!}`.trim());
      joined = { wide, narrow: wide };
      known.set(before, joined);
    }
    return joined;
  }
}
