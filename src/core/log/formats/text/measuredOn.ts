import type { Split } from '../../format';
import { meaningOf } from '../../name';
import { labelSplit } from './labels';
import type { Slot } from './slots';

/** A name, and what else says that it was measured on. */
export interface Named {
  readonly name: string;
  readonly split: Split | null;
}

/** `accuracy of 1000 samples: 0.98`, `accuracy on the 10000 test images: 53 %`: what stands in front of how many it was measured on. */
export function measuredOn(before: Slot | undefined, slot: Slot): Named | null {
  if (before?.role !== 'value' || !before.integer || before.phrase.keyed || !slot.phrase.keyed)
    return null;
  const { name } = before.phrase;
  const isNamed = name !== '' && meaningOf(name).kind === 'measure';
  const things = /^\s((?:[a-z]+\s){0,3}[a-z]+s)\s*[:=]/i.exec(before.after)?.[1];
  return isNamed && things !== undefined ? { name, split: labelSplit(things) } : null;
}
