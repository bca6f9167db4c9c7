import type { AsideReason, AsideRun, Link } from '../../project/project';
import type { Say } from '../say';
import { formatCount } from './numbers';
import { placeOf, runsOf } from './units';

/** Why a run of a setting does not count, beside its name: `interrupted at epoch 12 of 100`. */
export function asideSentence({ run, analysis, why }: AsideRun, link: Link, say: Say): string {
  const place = placeOf(analysis.trained, run.unit, say);
  const planned = formatCount(run.plannedEpochs ?? link.setting.value ?? NaN);
  switch (why) {
    case 'other-length':
      return say('made with another number: it went to {place}', { place });
    case 'shared':
      return say('another setting may have made it just as well');
    case 'crashed':
      return say('failed at {place} of {planned}', { place, planned });
    case 'interrupted':
      return say('interrupted at {place} of {planned}', { place, planned });
  }
}

/** The line above a setting whose runs all do not count: `Interrupted before the best · 2 runs`; null where there are none. */
export function asideLens({ aside }: Link, say: Say): string | null {
  const [first, ...others] = aside;
  if (first === undefined) return null;
  const why = others.every(each => each.why === first.why) ? reasonOf(first.why, say) : null;
  const words = why ?? say('No complete run');
  return [words, runsOf(aside.length, say)].join(' · ');
}

function reasonOf(why: AsideReason, say: Say): string {
  switch (why) {
    case 'other-length':
      return say('Made with another number');
    case 'shared':
      return say('May be of another setting');
    case 'crashed':
      return say('Failed at the start');
    case 'interrupted':
      return say('Interrupted before the best');
  }
}
