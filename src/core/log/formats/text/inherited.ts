import type { Split } from '../../format';
import { bareSplit } from './bareSplits';
import type { Draft } from './drafts';
import type { Slot } from './slots';

/** Whether a value is a loss, and no cost of time. */
export function isRealLoss(draft: Draft): boolean {
  return draft.meaning.metric.includes('loss') && !/cost/i.test(draft.name);
}

/**
 * `val loss: 0.31, acc: 0.90`: a score behind a value with a split is of the same, unless its twin says otherwise; so
 * is a loss where all of the line is of one held-out set and nothing is counted, or in the parentheses behind the value.
 */
export function inherited(
  drafts: readonly Draft[],
  slots: readonly Slot[],
  counts: boolean,
): readonly Draft[] {
  const said = new Set(drafts.map(saidOf));
  const isOfOne = !counts && !said.has('train') && said.size === 2;
  let split: Split | null = null;
  return drafts.map(draft => {
    const { meaning } = draft;
    if (meaning.split !== null && !bareSplit(draft.name)) split = meaning.split;
    if (split === null || saidOf(draft) !== null) return draft;
    if (isPart(draft, slots)) return { ...draft, split };
    if (isRealLoss(draft) && !isOfOne) return draft;
    return hasTwin(draft, drafts) ? draft : { ...draft, split };
  });
}

/** `Test Loss: 116.1 (BCE: 92.0, KLD: 24.1)`: whether a value stands in the parentheses behind another one. */
function isPart({ at }: Draft, slots: readonly Slot[]): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { after } = slots[before]!;
    if (/^%?\s*\([A-Za-z][^)]*$/.test(after)) return true;
    if (after.includes(')')) return false;
  }
  return false;
}

function saidOf({ split, meaning }: Draft): Split | null {
  return split ?? meaning.split;
}

/** Whether the same is measured on what the line says beside it. */
function hasTwin({ meaning }: Draft, drafts: readonly Draft[]): boolean {
  return drafts.some(
    other => other.meaning.split !== null && other.meaning.metric === meaning.metric,
  );
}
