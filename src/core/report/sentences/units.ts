import type { RunUnit } from '../../run/run';
import type { Say } from '../say';
import { formatCount } from './numbers';

/** The word for what a run counts: `epoch` for exactly one, `epochs` otherwise. */
export function unitWord(unit: RunUnit, count: number, say: Say): string {
  const one = count === 1;
  switch (unit) {
    case 'epoch':
      return one ? say('epoch') : say('epochs');
    case 'step':
      return one ? say('step') : say('steps');
    case 'iteration':
      return one ? say('iteration') : say('iterations');
    case 'round':
      return one ? say('round') : say('rounds');
  }
}

/** `34 epochs`; a part of one is told only of few: `974 epochs`, `97.4 epochs`, `9.74 epochs`. */
export function countOf(count: number, unit: RunUnit, say: Say): string {
  const decimals = count >= 100 ? 0 : count >= 10 ? 1 : 2;
  const told = Number(count.toFixed(decimals));
  const values = { count: formatCount(told), unit: unitWord(unit, told, say) };
  return say('{count} {unit}', values);
}

/** A place on the run's axis: `epoch 23`. */
export function placeOf(label: number, unit: RunUnit, say: Say): string {
  return say('{unit} {label}', { unit: unitWord(unit, 1, say), label: formatCount(label) });
}

/** `1 run`, `5 runs`. */
export function runsOf(count: number, say: Say): string {
  return count === 1 ? say('1 run') : say('{count} runs', { count });
}

/** `1 evaluation`, `5 evaluations`. */
export function evaluationsOf(count: number, say: Say): string {
  return count === 1
    ? say('1 evaluation')
    : say('{count} evaluations', { count: formatCount(count) });
}
