import type { Plan } from './plan';
import { type SlotMap, decimalPlace } from './slotMap';

/** The numbers that lines of one shape are asked for, and how they are found among the runs of digits. */
export interface AskedNumbers {
  /** For each slot which of the numbers it is; -1: it is none of them. */
  readonly places: Int16Array;
  /** For each number the first run, the offset from its start, the last run, the offset from its end. */
  readonly program: readonly number[];
  /** How many there are; -1: some of them are written in a way that only `putValue` knows. */
  readonly count: number;
}

const NOTHING_ASKED: AskedNumbers = { places: new Int16Array(0), program: [], count: 0 };

/** What lines with this plan are asked for. */
export function askedNumbers(plan: Plan, map: SlotMap): AskedNumbers {
  if (map.count === 0) return NOTHING_ASKED;
  const places = new Int16Array(map.count).fill(-1);
  const program: number[] = [];
  let count = 0;
  for (const slot of slotsOf(plan, map.count)) {
    if (map.fixed.has(slot) || places[slot] !== -1) continue;
    const place = decimalPlace(map, slot);
    if (place === null) return { places, program: [], count: -1 };
    program.push(...place);
    places[slot] = count++;
  }
  return { places, program, count };
}

/** The slots that are looked at in lines with this plan, some of them twice. */
function slotsOf(plan: Plan, count: number): readonly number[] {
  // Rows and pairs are read under what stands above them.
  if (plan.cells !== null || plan.pair !== null)
    return Array.from({ length: count }, (_, at) => at);
  const { epoch, step, run, bar, rank } = plan;
  const counters = [epoch, step, run].flatMap(each =>
    each === null ? [] : [each.slot, each.total],
  );
  const columns = plan.columns.flatMap(({ slot, average, divisor }) => [slot, average, divisor]);
  const slots = [...counters, ...columns, rank, ...(bar === null ? [] : [bar.at, bar.total])];
  return slots.filter(slot => slot >= 0 && slot < count);
}
