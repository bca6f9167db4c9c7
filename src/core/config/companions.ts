import { numberOf } from './numbers';
import type { Companion, SettingPlace } from './setting';
import { wordsOf } from './words';

/** A number, or a list of numbers, that may have to change with a total. */
export interface Dependent {
  /** Of a list its items, or the whole as written. */
  readonly places: readonly SettingPlace[];
  /** Its key. */
  readonly name: string;
  /** Names of what it stands in. */
  readonly around: readonly string[];
  /** What it stands in the same of: a YAML document; 0 where a file is one. */
  readonly document: number;
}

/** What a schedule calls its own length. */
const LENGTH =
  /^(?:t_?max|max_?t|t_initial|(?:num_)?(?:total|training)_?(?:steps?|iters?|epochs?|num_updates?)|total_num_updates?|lr_decay_(?:steps|iters|epochs)|decay_steps)$/i;
/** What only inside a schedule is its length. */
const INSIDE = /^(?:(?:max|num|n|total)_?(?:epochs?|iters?|steps?)|epochs|end|steps)$/i;
/** Moments at which a schedule does something. */
const MILESTONES =
  /^(?:milestones?|steps?|(?:lr_?)?decay_(?:epochs?|steps?|iters?)|lr_(?:steps?|epochs?|milestones?)|boundaries|step_epochs?)$/i;
const SCHEDULE = new Set(
  'lr scheduler schedulers sched schedule cosine annealing policy decay'.split(' '),
);

/** Milestones earlier than this share of the total are rather counted in something else. */
const EARLIEST = 0.2;

/** Whether a name may be that of a dependent number at all; cheap. */
export function mayDepend(name: string): boolean {
  return LENGTH.test(name) || INSIDE.test(name) || MILESTONES.test(name);
}

/**
 * What must change with a total of this value at `start`: the lengths of schedules that equal it and, where it is the only
 * total, the milestones on the way to it.
 */
export function companionsOf(
  total: DependedOn,
  dependents: readonly Dependent[],
): readonly Companion[] {
  return dependents
    .filter(({ places }) => places[0]?.start !== total.start)
    .flatMap(each => {
      const role = roleOf(each, total);
      return role === null ? [] : each.places.map(place => ({ ...place, role }));
    });
}

interface DependedOn {
  readonly value: number;
  readonly start: number;
  readonly isOnly: boolean;
}

function roleOf(dependent: Dependent, total: DependedOn): Companion['role'] | null {
  const { places, name, around } = dependent;
  const value = places.length === 1 ? numberOf(places[0]!.text) : null;
  if (value !== total.value)
    return total.isOnly && isOnTheWay(dependent, value, total) ? 'scaled' : null;
  return LENGTH.test(name) || (INSIDE.test(name) && isSchedule(around)) ? 'same' : null;
}

/** One number may as well be an interval, unless its name says more. */
function isOnTheWay({ places, name }: Dependent, value: number | null, total: DependedOn): boolean {
  if (!MILESTONES.test(name) || (value !== null && !/milestone|boundar/i.test(name))) return false;
  return areMoments(
    places.flatMap(({ text }) => numbersIn(text)),
    total.value,
  );
}

/** The text of a companion when its total goes from one value to another. */
export function companionText({ text, role }: Companion, from: number, to: number): string {
  if (role === 'same') return writtenLike(text, to);
  return text.replace(NUMBERS, each =>
    writtenLike(each, Math.max(1, Math.round((Number(each.replaceAll('_', '')) * to) / from))),
  );
}

/** A number as the text it replaces is written: with a decimal point where that has one, so that its type stays. */
export function writtenLike(text: string, value: number): string {
  return /^\d[\d_]*\.\d*$/.test(text) && Number.isInteger(value) ? `${value}.0` : String(value);
}

const NUMBERS = /\d[\d_]*(?:\.\d+)?/g;

function numbersIn(text: string): readonly number[] {
  return text.length > 200
    ? []
    : [...text.matchAll(NUMBERS)].map(([each]) => Number(each.replaceAll('_', '')));
}

function areMoments(moments: readonly number[], total: number): boolean {
  const last = moments.at(-1);
  if (last === undefined || !(last < total && last >= total * EARLIEST)) return false;
  return moments.every((each, at) => each > 0 && (at === 0 || each > moments[at - 1]!));
}

function isSchedule(around: readonly string[]): boolean {
  return around.some(name => /LR$/.test(name) || wordsOf(name).some(word => SCHEDULE.has(word)));
}
