import { meaningOf } from '../../name';
import type { Reading } from './reading';
import type { Template } from './template';

/** Readings below which a fall says nothing. */
const FEW = 10;
/** Parts whose averages must fall one after the other: of values in any order 1 in 24 do. */
const PARTS = 4;
/** Share of the first part's average that is left in the last at most. */
const LEFT = 0.9;

/** Whether readings of one shape of lines hold a loss that falls from part to part: nothing but a training does that. */
export function hasFallingLoss(readings: readonly Reading[]): boolean {
  const byTemplate = new Map<Template, Reading[]>();
  for (const reading of readings) {
    const same = byTemplate.get(reading.template);
    if (same === undefined) byTemplate.set(reading.template, [reading]);
    else same.push(reading);
  }
  const isValidated = [...byTemplate.keys()].some(
    template => template.says === 'validation' && template.hasLoss,
  );
  return [...byTemplate].some(([template, same]) =>
    template.plan.columns.some(
      ({ isLoss, name, split }, column) =>
        isLoss &&
        isOfTraining(split ?? meaningOf(name).split ?? same[0]!.section) &&
        falls(
          same.map(reading => reading.values[column]!),
          isValidated,
        ),
    ),
  );
}

function isOfTraining(split: string | null): boolean {
  return split === null || split === 'train';
}

/** `isValidated`: a loss of the validation is printed, too; then fewer values do, if every one is less than the one before. */
function falls(values: readonly number[], isValidated: boolean): boolean {
  if (values.length < FEW) return isValidated && values.length >= PARTS && alwaysFalls(values);
  const means = Array.from({ length: PARTS }, (_, part) => {
    const from = Math.floor((part * values.length) / PARTS);
    const of = values.slice(from, Math.floor(((part + 1) * values.length) / PARTS));
    return of.reduce((sum, value) => sum + value, 0) / of.length;
  });
  const [first] = means;
  return (
    first! > 0 &&
    means.every((mean, part) => part === 0 || mean < means[part - 1]!) &&
    means.at(-1)! < LEFT * first!
  );
}

function alwaysFalls(values: readonly number[]): boolean {
  const isLess = values.every((value, at) => at === 0 || value < values[at - 1]!);
  return isLess && values.at(-1)! < LEFT * values[0]!;
}
