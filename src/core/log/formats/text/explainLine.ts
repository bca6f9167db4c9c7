import type { ExplainedField, FieldUse, IgnoredReason } from '../../explain';
import { meaningOf } from '../../name';
import { measuredUntil } from './columns';
import type { Plan } from './plan';
import { messageStart } from './prefix';
import { LONGEST_LINE, type LineScanner } from './scan';
import { type Slot, slotsOf } from './slots';

/** What each number of a line became, and why the others are left out. `scan` has just read the line. */
export function explainedFields(line: string, scan: LineScanner, plan: Plan): ExplainedField[] {
  const text = line.slice(0, LONGEST_LINE);
  const start = messageStart(text, scan);
  const until = start + measuredUntil(text.slice(start));
  const used = usesOf(plan);
  return slotsOf(text, start, scan).map((slot): ExplainedField => {
    const own = text.slice(scan.starts[slot.index], scan.ends[slot.index]);
    const found = used.get(slot.index);
    if (found !== undefined) return found;
    const reason = reasonOf(slot, scan.starts[slot.index]! >= until);
    return { name: slot.phrase.name || own, use: 'ignored', split: null, reason };
  });
}

/** What a plan reads, whatever stands beside it. */
export function plannedFields(plan: Plan): ExplainedField[] {
  return [...usesOf(plan).values()];
}

/** By slot. */
function usesOf({ epoch, step, run, bar, columns, split }: Plan): Map<number, ExplainedField> {
  const used = new Map<number, ExplainedField>();
  const note = (slot: number, name: string, use: FieldUse): void => {
    if (slot >= 0) used.set(slot, { name: name || use, use, split: null, reason: null });
  };
  if (bar !== null) {
    note(bar.at, '', 'progress');
    note(bar.total, '', 'progress');
  }
  if (step !== null) {
    note(step.total, '', 'progress');
    note(step.slot, step.name, bar === null ? 'step' : 'progress');
  }
  if (epoch !== null) {
    note(epoch.total, '', 'planned');
    note(epoch.slot, epoch.name, 'epoch');
  }
  if (run !== null) note(run.slot, run.name, 'run');
  for (const column of columns) {
    const said = column.named ? meaningOf(column.name).split : (column.split ?? split);
    used.set(column.slot, { name: column.name, use: 'value', split: said, reason: null });
  }
  return used;
}

function reasonOf(slot: Slot, isAside: boolean): IgnoredReason {
  if (slot.role === 'clock') return 'clock';
  if (isAside) return 'aside';
  if (slot.measured) return 'unit';
  if (slot.role === 'aside') return 'average';
  const { name } = slot.phrase;
  if (name === '') return 'unnamed';
  if (meaningOf(name).kind === 'noise') return /best/i.test(name) ? 'best' : 'noise';
  return slot.integer ? 'count' : 'unknown-name';
}
