import { meaningOf } from '../../name';
import { counterOf } from './counterWords';
import { counterWords } from './counters';
import { labelSplit } from './columns';
import type { Cells, Column, Counter, Plan } from './plan';
import { NOTHING } from './plan';
import { CLOCK, type LineScanner } from './scan';

const MOST_CELLS = 200;
const LONGEST_CELL = 48;

/** The cells of a line: parted by tabs, pipes or two blanks (`wide`), or by any blank (`narrow`). Linear. */
function cellsOf(message: string): { wide: readonly string[]; narrow: readonly string[] } {
  const pieces = message.replace(/^[\s#|]+|[\s|]+$/g, '').split(/([\s|]+)/);
  const wide = [''];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (at % 2 === 0) wide.push(`${wide.pop()!}${piece}`);
    else if (piece === ' ') wide.push(`${wide.pop()!} `);
    else wide.push('');
  }
  return { wide, narrow: pieces.filter((_, at) => at % 2 === 0) };
}

/** The cells of a line that may be a table's header: short, no numbers, at least one known measure or split. */
export function headerOf(message: string): Plan['header'] {
  if (message.length > 4000) return null;
  const { wide, narrow } = cellsOf(message);
  if (narrow.length < 2 || narrow.length > MOST_CELLS) return null;
  if (narrow.some(cell => cell.length > LONGEST_CELL || /[={}()<>]$|^["'{(<]/.test(cell)))
    return null;
  const names = wide.length > 1 ? wide : narrow;
  const known = names.some(name => meaningOf(name).kind === 'measure') || isSplits(names);
  return known ? { wide, narrow } : null;
}

function isSplits(names: readonly string[]): boolean {
  return names.length > 1 && names.every(name => /^\w+$/.test(name) && labelSplit(name) !== null);
}

const EMPTY_CELL = /^(?:none|n\/a|na|#na#|-+|null)$/i;

/** The cells of a line that holds nothing but numbers, after at most one name in front of pipes. */
export function rowOf(text: string, start: number, scan: LineScanner): Cells | null {
  const slots: number[] = [];
  let from = start;
  let label = '';
  for (let index = 0; index < scan.count; index++) {
    if (scan.starts[index]! < start) continue;
    const between = text.slice(from, scan.starts[index]);
    if (slots.length === 0 && /^[\s|]*[A-Za-z][\w /.-]*\s*\|\s*$/.test(between))
      label = between.replace(/[|\s]+$/g, '').trim();
    else if (!addEmpty(slots, between)) return null;
    slots.push(index);
    from = scan.ends[index]!;
    if (slots.length > MOST_CELLS) return null;
  }
  if (!addEmpty(slots, text.slice(from)) || slots.length < 2) return null;
  return { slots, label };
}

/** Adds the cells between two numbers; false where there are words. Units and percent signs belong to a cell. */
function addEmpty(slots: number[], between: string): boolean {
  const words = between
    .replace(/^(?:%|[a-zA-Z]{1,3}(?![\w])|\/\d+)/, '')
    .split(/[\s|,]+/)
    .filter(word => word !== '');
  if (!words.every(word => EMPTY_CELL.test(word))) return false;
  for (let at = 0; at < words.length; at++) slots.push(-1);
  return true;
}

/** What a row says under a header: a plan for its slots, `null` where they do not fit together. */
export function rowPlan(
  cells: Cells,
  header: NonNullable<Plan['header']>,
  scan: LineScanner,
): Plan | null {
  const names = [header.wide, header.narrow].find(list => list.length === cells.slots.length);
  if (names === undefined) return null;
  if (cells.label !== '') return isSplits(names) ? labelledPlan(cells, names) : null;
  return isSplits(names) ? null : namedPlan(cells, names, scan);
}

function labelledPlan(cells: Cells, names: readonly string[]): Plan | null {
  const columns = names.flatMap((name, at) =>
    columnAt(cells.label, cells.slots[at]!, labelSplit(name)),
  );
  return meaningOf(cells.label).kind === 'measure' ? { ...NOTHING, columns } : null;
}

function columnAt(name: string, slot: number, split: Column['split']): Column[] {
  if (slot < 0) return [];
  const meaning = meaningOf(name);
  const named = meaning.split !== null;
  return [{ name, slot, kind: meaning.kind, split, named, label: '', average: -1, divisor: -1 }];
}

function namedPlan(cells: Cells, names: readonly string[], scan: LineScanner): Plan {
  let epoch: Counter | null = null;
  let step: Counter | null = null;
  const columns: Column[] = [];
  names.forEach((name, at) => {
    const slot = cells.slots[at]!;
    const kind = counterOf(counterWords(name)) ?? (name === '#' ? 'step' : null);
    const isClock = slot >= 0 && scan.kinds[slot] === CLOCK;
    if (kind === 'epoch') epoch ??= { kind, slot, total: -1, name };
    else if (kind === 'step') step ??= { kind, slot, total: -1, name };
    else if (!isClock && meaningOf(name).kind !== 'noise')
      columns.push(...columnAt(name, slot, null));
  });
  return { ...NOTHING, epoch, step, columns, evidence: true };
}
